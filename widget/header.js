// @ts-check
/** The line on top: a heading, and a menu of what can be done with the whole conversation. */

import { button, element, icon, ICONS } from "./dom.js";
import { WORDS } from "./words.js";

export class Header {
  #title = element("h2");
  #menu = element("div", "menu");
  #more;

  /**
   * @param {{ restart: () => void, forget: () => void, close: () => void }} commands
   */
  constructor({ restart, forget, close }) {
    this.#more = button("plain", WORDS.menu, () => this.#open(this.#menu.hidden), icon(ICONS.more), true);
    this.#more.setAttribute("aria-expanded", "false");
    this.#menu.hidden = true;
    this.#menu.append(...[restart, forget].map((command, index) => this.#item([WORDS.restart, WORDS.forget][index], command)));
    const end = button("plain close", WORDS.close, close, icon(ICONS.close), true);
    const around = element("div", "around", this.#more, this.#menu);
    around.addEventListener("keydown", (event) => event.key === "Escape" && this.#escape(event));
    around.addEventListener("focusout", ({ relatedTarget }) => around.contains(/** @type {Node | null} */ (relatedTarget)) || this.#open(false));
    this.element = element("header", "", element("span", "mark", icon(ICONS.compass)), this.#title, around, end);
  }

  /** @param {string} text */
  set heading(text) {
    this.#title.textContent = text;
  }

  /** @param {string} name @param {() => void} command */
  #item(name, command) {
    return button("item", name, () => {
      this.#open(false);
      this.#more.focus();
      command();
    });
  }

  /** @param {boolean} now */
  #open(now) {
    this.#menu.hidden = !now;
    this.#more.setAttribute("aria-expanded", String(now));
  }

  /** @param {KeyboardEvent} event closes the menu, and the menu only */
  #escape(event) {
    if (this.#menu.hidden) return;
    event.stopPropagation();
    this.#open(false);
    this.#more.focus();
  }
}
