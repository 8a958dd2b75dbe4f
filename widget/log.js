// @ts-check
/** The conversation as it is seen and heard. */

import { draw } from "./blocks.js";
import { button, element, icon, ICONS, unseen } from "./dom.js";
import { linked } from "./links.js";
import { plain } from "./plain.js";
import { print } from "./print.js";
import { SHORT } from "./screen.js";
import { WORDS } from "./words.js";

/**
 * @typedef {import("./types.js").Entry} Entry
 * @typedef {import("./types.js").Reply} Reply
 * @typedef {import("./types.js").Suggestion} Suggestion
 */

/** @type {Reply} */
const GREETING = { lead: WORDS.greeting, suggestions: WORDS.examples.map((title) => ({ title })) };
const AT_ONCE = 5; // suggestions; more would fill a phone

export class Log {
  #press;
  #say;
  #writing = writing();

  /**
   * @param {(suggestion: Suggestion) => void} press
   * @param {(sentence: string) => void} say tells what happened, to eyes and ears
   */
  constructor(press, say) {
    this.#press = press;
    this.#say = say;
    this.element = element("div", "log");
    this.element.tabIndex = 0; // scrolls with the arrow keys
    this.element.setAttribute("role", "log"); // each addition is read out, once
    this.element.setAttribute("aria-label", WORDS.log);
  }

  /** @param {Entry[]} entries all there is; none of it is read out */
  reset(entries) {
    this.element.setAttribute("aria-live", "off");
    this.element.replaceChildren();
    if (entries.length === 0) this.element.append(this.#answer(GREETING));
    for (const entry of entries) this.#put(entry);
    this.toLast();
    setTimeout(() => this.element.setAttribute("aria-live", "polite"), 100); // once what is here has been taken in
  }

  /** @param {Entry} entry */
  add(entry) {
    this.#put(entry);
    this.toLast();
  }

  /** @param {string} id of a message that did not go out after all */
  remove(id) {
    for (const each of this.#about(id)) each.remove();
  }

  /** @param {boolean} now whether an answer is being written; told to eyes only, as Status tells it to ears */
  writing(now) {
    if (now) this.element.append(this.#writing);
    else this.#writing.remove();
  }

  /** @param {Entry} entry An answer stands below its question, even where another was asked meanwhile. */
  #put({ who, id, text, reply }) {
    for (const old of this.element.querySelectorAll(".chips")) old.remove();
    const drawn = who === "person" ? question(text ?? "") : this.#answer(reply ?? { lead: "" });
    drawn.dataset.id = id;
    const last = this.#about(id).at(-1);
    if (last) last.after(drawn);
    else if (this.#writing.isConnected) this.#writing.before(drawn);
    else this.element.append(drawn);
  }

  /** @param {string} id of a message; what stands in the log of it */
  #about(id) {
    return [...this.element.children].filter((each) => id && each instanceof HTMLElement && each.dataset.id === id);
  }

  /** @param {Reply} reply Added in one step, it is read out in one. */
  #answer(reply) {
    const card = draw(reply);
    const suggestions = reply.suggestions ?? [];
    if (reply.blocks?.length && !suggestions.some(({ aside }) => aside)) card.append(this.#tools(reply));
    const drawn = element("div", reply === GREETING ? "answer greeting" : "answer", unseen(WORDS.answered), card);
    if (suggestions.length > 0) drawn.append(this.#chips(suggestions));
    return drawn;
  }

  /** @param {Reply} reply */
  #tools(reply) {
    const copy = button("tool", WORDS.copy, () => this.#copy(reply), icon(ICONS.copy));
    const keep = reply.to_keep ? [button("tool", WORDS.print, () => print(reply), icon(ICONS.print))] : [];
    return element("div", "tools", copy, ...keep);
  }

  /** @param {Reply} reply */
  async #copy(reply) {
    try {
      await navigator.clipboard.writeText(plain(reply));
      this.#say(WORDS.copied);
    } catch {
      this.#say(WORDS.notCopied); // without https, or where the page may not
    }
  }

  /** @param {Suggestion[]} suggestions */
  #chips(suggestions) {
    const chip = (/** @type {Suggestion} */ each) => button("chip", each.title, () => this.#press(each));
    const asides = suggestions.filter(({ aside }) => aside).map(chip);
    const chips = suggestions.filter(({ aside }) => !aside).map(chip);
    const group =
      asides.length > 0
        ? element("div", "chips", element("div", "scale", ...chips), element("div", "asides", ...asides))
        : element("div", "chips", ...folded(chips));
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", WORDS.suggestions);
    return group;
  }

  /** The last question stands on top, so that a long answer is read from its start. */
  toLast() {
    const questions = this.element.querySelectorAll(".said");
    const last = /** @type {HTMLElement | undefined} */ (questions[questions.length - 1]);
    const top = last ? last.offsetTop - 12 : 0;
    if (SHORT.matches && this.element.parentElement) this.element.parentElement.scrollTop = this.element.offsetTop + top;
    else this.element.scrollTop = top;
  }
}

/** @param {string} text */
function question(text) {
  const shown = element("p", "", ...linked(text));
  shown.dir = "auto";
  return element("div", "said", unseen(WORDS.said), shown);
}

/** @param {HTMLElement[]} chips @returns {HTMLElement[]} the first of them, and where there are many, one that brings the others */
function folded(chips) {
  if (chips.length <= AT_ONCE) return chips;
  const rest = chips.slice(AT_ONCE - 1);
  const unfold = button("chip rest", WORDS.rest(rest.length), () => {
    unfold.replaceWith(...rest);
    rest[0].focus();
  });
  return [...chips.slice(0, AT_ONCE - 1), unfold];
}

function writing() {
  const drawn = element("div", "writing", element("div", "dots", element("i"), element("i"), element("i")));
  drawn.setAttribute("aria-hidden", "true");
  return drawn;
}
