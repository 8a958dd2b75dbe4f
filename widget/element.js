// @ts-check
/**
 * `<career-chat>`: a button in the corner that opens a panel, or, with `mode="inline"`, a panel in its place on the page.
 *
 * Attributes: `server` (address of the server's /chat/; where this file came from, unless given), `mode`, `open`, `heading`,
 * `theme` ("light" or "dark"; as the system has it, unless given).
 */

import { Composer } from "./composer.js";
import { Conversation } from "./conversation.js";
import { button, element, icon, ICONS } from "./dom.js";
import { Header } from "./header.js";
import { Log } from "./log.js";
import { PHONE, SHORT, TOUCH } from "./screen.js";
import { Status } from "./status.js";
import { styles } from "./styles.js";
import { WORDS } from "./words.js";

export class CareerChat extends HTMLElement {
  static observedAttributes = ["heading", "open", "mode"];

  #header = new Header({ restart: () => this.#restart(), forget: () => this.#ask.showModal(), close: () => this.close() });
  #log = new Log((suggestion) => this.#press(suggestion), (sentence) => this.#status.note(sentence));
  #status = new Status(
    () => this.#conversation?.send(),
    (now) => this.#log.writing(now),
  );
  #composer = new Composer((text) => this.#conversation?.type(text));
  #ask = this.#question();
  #launcher = button("launcher", WORDS.open, () => this.open(), icon(ICONS.chat));
  /** @type {HTMLElement} */
  #panel;
  /** @type {Conversation | undefined} */
  #conversation;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [styles];
    const parts = [this.#header.element, this.#log.element, this.#status.element, this.#composer.element, this.#ask];
    this.#panel = this.#frame("dialog", parts);
    root.append(this.#launcher, this.#panel);
  }

  connectedCallback() {
    this.#dress();
    if (this.#conversation) return;
    this.#conversation = new Conversation(this.#server(), {
      reset: (entries) => this.#log.reset(entries),
      add: (entry) => this.#log.add(entry),
      waiting: (now) => this.#status.waiting(now),
      trouble: (sentence, again = false) => {
        this.#status.trouble(sentence, again);
        if (again) this.#log.toLast(); // what is unsent does not hide behind the sentence
      },
      giveBack: ({ id, text }) => {
        this.#log.remove(id);
        this.#composer.giveBack(text ?? "");
      },
    });
    addEventListener("offline", () => this.#status.trouble(WORDS.offline, false));
    addEventListener("online", () => this.#status.trouble("", false));
    this.#conversation.start();
  }

  attributeChangedCallback() {
    if (this.isConnected) this.#dress();
  }

  /** Open the panel and put the cursor where one types. */
  open() {
    this.setAttribute("open", "");
    this.#composer.focus();
  }

  /** Close the panel; the focus goes back to the button that opened it. */
  close() {
    if (this.#inline) return;
    this.removeAttribute("open");
    this.#launcher.focus();
  }

  get #inline() {
    return this.getAttribute("mode") === "inline";
  }

  /** Make what is seen agree with the attributes. */
  #dress() {
    const heading = this.getAttribute("heading") || WORDS.heading;
    this.#header.heading = heading;
    const kind = this.#inline ? "section" : "dialog";
    if (this.#panel.localName !== kind) {
      const frame = this.#frame(kind, [...this.#panel.childNodes]);
      this.#panel.replaceWith(frame);
      this.#panel = frame;
    }
    this.#panel.setAttribute("aria-label", heading);
    this.#launcher.hidden = this.#inline;
    this.#launcher.setAttribute("aria-expanded", String(this.hasAttribute("open")));
    if (this.#panel instanceof HTMLDialogElement) this.#unfold(this.#panel, this.hasAttribute("open"));
  }

  /** @param {"section" | "dialog"} kind @param {Node[]} parts */
  #frame(kind, parts) {
    const frame = /** @type {HTMLElement} */ (element(kind, "panel", ...parts));
    frame.addEventListener("keydown", (event) => event.key === "Escape" && !this.#ask.open && this.close());
    frame.addEventListener("close", () => this.removeAttribute("open")); // a phone's own way back
    return frame;
  }

  /** @param {HTMLDialogElement} panel @param {boolean} open */
  #unfold(panel, open) {
    if (open === panel.open) return;
    if (!open) panel.close();
    else if (PHONE.matches) panel.showModal(); // it covers the page, so the page is out of reach
    else panel.open = true; // show() would take the focus
  }

  #server() {
    const base = new URL(this.getAttribute("server") || new URL("..", import.meta.url), document.baseURI).href;
    return base.endsWith("/") ? base : `${base}/`;
  }

  /** @param {import("./types.js").Suggestion} suggestion */
  #press(suggestion) {
    this.#conversation?.press(suggestion);
    if (TOUCH.matches || SHORT.matches) this.#log.element.focus({ preventScroll: true });
    else this.#composer.focus(); // the button that was pressed is gone
  }

  async #restart() {
    await this.#conversation?.restart();
    this.#composer.focus();
  }

  /** The question before everything is deleted. */
  #question() {
    const ask = element("dialog", "ask");
    const yes = button("danger", WORDS.forgetYes, async () => {
      ask.close();
      if (await this.#conversation?.forget()) this.#status.note(WORDS.forgotten);
      this.#composer.focus();
    });
    const no = button("chip", WORDS.forgetNo, () => ask.close());
    no.autofocus = true;
    const sentence = element("p", "", WORDS.forgetQuestion);
    sentence.dir = "auto";
    ask.append(sentence, element("div", "answers", no, yes));
    ask.setAttribute("aria-label", WORDS.forget);
    return ask;
  }
}
