// @ts-check
/** Making elements. Strings become text nodes, so nothing that is shown can become markup. */

const SVG = "http://www.w3.org/2000/svg";

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} className
 * @param {...(Node | string)} children
 */
export function element(tag, className = "", ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/**
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {...(Node | string)} children
 */
export function svg(tag, attributes, ...children) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

/**
 * A button: an icon, words, or both. Words that are not shown are still its name.
 * @param {string} className
 * @param {string} name
 * @param {() => void} press
 * @param {Element} [icon]
 * @param {boolean} [wordless]
 */
export function button(className, name, press, icon, wordless = false) {
  const made = element("button", className, ...(icon ? [icon] : []), ...(wordless ? [] : [name]));
  made.type = "button";
  if (wordless) {
    made.setAttribute("aria-label", name);
    made.title = name;
  }
  made.addEventListener("click", press);
  return made;
}

/** @param {string} text for those who hear the page and do not see whose side a text is on */
export function unseen(text) {
  return element("span", "unseen", text);
}

/** @param {string} path drawn on a field of 24 by 24 */
export function icon(path) {
  return svg("svg", { viewBox: "0 0 24 24", class: "icon", "aria-hidden": "true" }, svg("path", { d: path }));
}

export const ICONS = {
  compass: "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M15.5 8.5l-2 5-5 2 2-5z",
  chat: "M4 4h16v12H9l-5 4z",
  close: "M6 6l12 12M18 6L6 18",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  send: "M12 19V5M6 11l6-6 6 6",
  copy: "M9 9h11v11H9zM15 9V4H4v11h5",
  print: "M7 8V4h10v4M7 17H4V8h16v9h-3M7 14h10v6H7z",
};
