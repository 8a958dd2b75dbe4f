// @ts-check
/** Where a person types. */

import { element, icon, ICONS, unseen } from "./dom.js";
import { SHORT } from "./screen.js";
import { WORDS } from "./words.js";

export class Composer {
  #field = element("textarea");

  /** @param {(text: string) => void} type */
  constructor(type) {
    this.#field.rows = 1;
    this.#field.placeholder = WORDS.placeholder;
    this.#field.autocomplete = "off";
    this.#field.enterKeyHint = "send";
    const send = element("button", "send", icon(ICONS.send), unseen(WORDS.send));
    send.type = "submit";
    const row = element("div", "", element("label", "", unseen(WORDS.field), this.#field), send);
    this.element = element("form", "composer", row);
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit(type);
    });
    this.#field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.#submit(type);
    });
  }

  /** Moves nothing, but where the field may be out of sight. */
  focus() {
    this.#field.focus({ preventScroll: !SHORT.matches });
  }

  /** @param {string} text kept out of the way of what was typed since */
  giveBack(text) {
    if (!this.#field.value) this.#field.value = text;
  }

  /** @param {(text: string) => void} type */
  #submit(type) {
    const text = this.#field.value.trim();
    if (text) {
      this.#field.value = "";
      type(text);
    }
    this.#field.focus({ preventScroll: true }); // the question stands on top
  }
}
