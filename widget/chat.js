// @ts-check
/**
 * The chat page: sends what a person says to the REST channel and draws the answers.
 * Everything is drawn with DOM calls and text nodes, so nothing in a message can become markup.
 *
 * @typedef {{ title: string, payload: string }} Suggestion A next question to press; its payload is what gets sent.
 * @typedef {{ text?: string, buttons?: Suggestion[] }} Message One message of an answer.
 */

const ENDPOINT = new URL("../webhooks/rest/webhook", import.meta.url);
const PATIENCE = 30_000; // milliseconds until a missing answer counts as a failure
const WRITING_AFTER = 300; // milliseconds: a quicker answer needs no "is writing", on screen or spoken
const SENDER_KEY = "careerbot-sender";
const GREETING =
  "Hello! I answer questions about careers in the United States, with figures from official sources. Name a career, or start with one of these:";
const EXAMPLES = [
  "What does a music production manager do?",
  "How much do electricians earn?",
  "How do I become a registered nurse?",
];

const log = /** @type {HTMLElement} */ (document.getElementById("log"));
const writing = /** @type {HTMLElement} */ (document.getElementById("writing"));
const form = /** @type {HTMLFormElement} */ (document.getElementById("form"));
const input = /** @type {HTMLInputElement} */ (document.getElementById("message"));
const send = /** @type {HTMLButtonElement} */ (document.getElementById("send"));

const sender = rememberedSender();
let waiting = false;

// --- the conversation -------------------------------------------------------------------------------------------

/** The conversation's id: lasts as long as the tab, or as the page where the browser keeps nothing. */
function rememberedSender() {
  const fresh = randomId();
  try {
    const id = sessionStorage.getItem(SENDER_KEY) ?? fresh;
    sessionStorage.setItem(SENDER_KEY, id);
    return id;
  } catch {
    return fresh;
  }
}

/** Browsers offer `randomUUID` only over https and on localhost, but random bytes everywhere. */
function randomId() {
  if ("randomUUID" in crypto) return crypto.randomUUID();
  const bytes = /** @type {Crypto} */ (crypto).getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Says something for the person and draws what comes back.
 * @param {string} message what is sent
 * @param {string} shown what the person sees themselves say
 */
function say(message, shown = message) {
  if (waiting) return;
  for (const button of log.querySelectorAll("button")) button.disabled = true;
  const question = element("div", "said", named("You said:"), paragraph(shown));
  log.append(question);
  deliver(message, question);
}

/**
 * @param {string} message
 * @param {HTMLElement} question where the message stands in the log; it is scrolled to, so that a long answer is read from its start
 */
async function deliver(message, question) {
  wait(true);
  question.scrollIntoView();
  input.focus({ preventScroll: true }); // the button that was pressed is gone or disabled now
  try {
    log.append(answer(await ask(message)));
  } catch (error) {
    log.append(failure(error, () => deliver(message, question)));
  }
  wait(false);
  question.scrollIntoView();
  input.focus({ preventScroll: true });
}

/**
 * @param {string} message
 * @returns {Promise<Message[]>} at least one
 */
async function ask(message) {
  const response = await fetch(ENDPOINT, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ sender, message }),
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (!response.ok) throw new Error(`The server said ${response.status}.`);
  const messages = await response.json();
  if (!Array.isArray(messages) || messages.length === 0) throw new Error("The server sent no answer.");
  return messages;
}

let writingTimer = 0;

/** @param {boolean} now whether an answer is on its way; nothing else can be sent meanwhile */
function wait(now) {
  waiting = now;
  send.setAttribute("aria-disabled", String(now)); // not `disabled`, which would drop the focus
  clearTimeout(writingTimer);
  writing.hidden = true;
  if (now) writingTimer = setTimeout(() => (writing.hidden = false), WRITING_AFTER);
}

// --- drawing ----------------------------------------------------------------------------------------------------

/**
 * One answer as one element: added to the log in one step, it is read out once.
 * @param {Message[]} messages
 */
function answer(messages) {
  const suggestions = messages.flatMap((each) => each.buttons ?? []);
  const card = element("div", "card", ...messages.flatMap((each) => blocks(each.text ?? "")));
  card.dir = "auto";
  const drawn = element("div", "answer", named("Careerbot said:"), card);
  if (suggestions.length > 0) drawn.append(chips(suggestions));
  return drawn;
}

/**
 * @param {unknown} error
 * @param {() => void} retry
 */
function failure(error, retry) {
  const button = element("button", "chip", "Try again");
  const drawn = element("div", "answer failure", paragraph(`${reason(error)} Your message is kept.`), button);
  button.type = "button";
  button.addEventListener("click", () => {
    drawn.remove();
    retry();
  });
  return drawn;
}

/** @param {unknown} error */
function reason(error) {
  if (error instanceof DOMException && error.name === "TimeoutError") return "No answer came back in time.";
  if (error instanceof TypeError) return "Careerbot cannot be reached right now.";
  return "Careerbot could not answer that just now.";
}

/** @param {Suggestion[]} suggestions */
function chips(suggestions) {
  const group = element("div", "chips", ...suggestions.map(chip));
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", "Suggested questions");
  return group;
}

/** @param {Suggestion} suggestion */
function chip({ title, payload }) {
  const button = element("button", "chip", title);
  button.type = "button";
  button.addEventListener("click", () => say(payload, title));
  return button;
}

/**
 * The text's lines as elements: "- " and "1. " lines gather in lists, "Sources: " folds away, the rest are paragraphs.
 * @param {string} text
 */
function blocks(text) {
  /** @type {HTMLElement[]} */
  const drawn = [];
  for (const line of text.split("\n").filter((each) => each.trim())) {
    const [, mark, rest] = /** @type {string[]} */ (/^(- |\d+\. |Sources: )?(.*)$/s.exec(line));
    if (mark === "Sources: ") drawn.push(sources(rest));
    else if (mark) listFor(mark, drawn).append(element("li", "", ...linked(rest)));
    else drawn.push(paragraph(line));
  }
  return drawn;
}

/**
 * The list that a marked line goes on with, or a new one after `drawn`.
 * @param {string} mark
 * @param {HTMLElement[]} drawn
 */
function listFor(mark, drawn) {
  const last = drawn.at(-1);
  if (mark === "- ") {
    if (last instanceof HTMLUListElement) return last;
    drawn.push(element("ul"));
  } else {
    if (last instanceof HTMLOListElement) return last;
    const list = element("ol");
    list.start = parseInt(mark, 10);
    drawn.push(list);
  }
  return drawn[drawn.length - 1];
}

/** @param {string} text sources, parted by "; " */
function sources(text) {
  const items = text.split("; ").map((each) => element("li", "", ...linked(each)));
  return element("details", "", element("summary", "", "Sources"), element("ul", "", ...items));
}

/**
 * A text in pieces, its web addresses as links.
 * @param {string} text
 */
function linked(text) {
  return text.split(/(https?:\/\/[^\s<>"“”]*[^\s<>"“”.,;:!?)\]])/i).map((piece, index) => (index % 2 ? link(piece) : piece));
}

/** @param {string} address */
function link(address) {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  if (url.protocol !== "https:" && url.protocol !== "http:") return address;
  const anchor = element("a", "", address);
  anchor.href = url.href;
  anchor.rel = "noopener noreferrer";
  anchor.target = "_blank"; // in this tab it would end the conversation
  return anchor;
}

/** @param {string} text */
function paragraph(text) {
  const drawn = element("p", "", ...linked(text));
  drawn.dir = "auto";
  return drawn;
}

/** @param {string} who for those who hear the conversation and do not see whose side a text is on */
function named(who) {
  return element("span", "unseen", who);
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} className
 * @param {...(Node | string)} children strings become text nodes
 */
function element(tag, className = "", ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

// --- the page ---------------------------------------------------------------------------------------------------

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const message = input.value.trim();
  if (waiting || !message) return input.focus();
  input.value = "";
  say(message);
});

log.append(answer([{ text: GREETING, buttons: EXAMPLES.map((each) => ({ title: each, payload: each })) }]));
