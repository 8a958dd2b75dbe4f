// @ts-check
/** What goes on besides the conversation: an answer is being written, something does not work, something was done. */

import { button, element, unseen } from "./dom.js";
import { WORDS } from "./words.js";

const WRITING_AFTER = 300; // milliseconds: a quicker answer needs no "is writing", on screen or spoken
const NOTE_FOR = 4000; // milliseconds

export class Status {
  #writing = unseen(WORDS.writing);
  #write;
  #note = element("p", "note");
  #sentence = element("span");
  #again;
  #trouble;
  #timer = 0;
  #noteTimer = 0;

  /**
   * @param {() => void} again sends again
   * @param {(now: boolean) => void} write shows where the answer will stand that an answer is being written
   */
  constructor(again, write) {
    this.#write = write;
    this.#again = button("chip", WORDS.again, again);
    this.#writing.hidden = true;
    this.#trouble = element("div", "trouble", this.#sentence, this.#again);
    this.#trouble.hidden = true;
    for (const each of [this.#note, this.#sentence]) each.dir = "auto";
    const status = element("div", "", this.#writing, this.#note);
    status.setAttribute("role", "status");
    const alert = element("div", "", this.#trouble);
    alert.setAttribute("role", "alert");
    this.element = element("div", "status", status, alert);
  }

  /** @param {boolean} now */
  waiting(now) {
    clearTimeout(this.#timer);
    this.#show(false);
    if (now) this.#timer = setTimeout(() => this.#show(true), WRITING_AFTER);
  }

  /** @param {boolean} now */
  #show(now) {
    this.#writing.hidden = !now;
    this.#write(now);
  }

  /** @param {string} sentence @param {boolean} again whether to offer to send again */
  trouble(sentence, again) {
    if (this.#sentence.textContent !== sentence) this.#sentence.textContent = sentence; // said once, not at each attempt
    this.#again.hidden = !again;
    this.#trouble.hidden = !sentence;
  }

  /** @param {string} sentence */
  note(sentence) {
    this.#note.textContent = sentence;
    clearTimeout(this.#noteTimer);
    this.#noteTimer = setTimeout(() => (this.#note.textContent = ""), NOTE_FOR);
  }
}
