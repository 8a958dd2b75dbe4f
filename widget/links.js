// @ts-check
/** Web addresses as links. Only http and https ever become one. */

import { element } from "./dom.js";

const ADDRESS = /(https?:\/\/[^\s<>"“”]*[^\s<>"“”.,;:!?)\]])/i;

/**
 * A text in pieces, the web addresses in it as links.
 * @param {string} text
 * @returns {(Node | string)[]}
 */
export function linked(text) {
  return text.split(ADDRESS).map((piece, index) => (index % 2 ? link(piece, piece, "address") : piece));
}

/**
 * @param {string} address
 * @param {string} shown
 * @param {string} [className]
 * @returns {Node | string} just the text where the address is none of the web
 */
export function link(address, shown, className) {
  if (!URL.canParse(address)) return shown;
  const url = new URL(address);
  if (url.protocol !== "https:" && url.protocol !== "http:") return shown;
  const anchor = element("a", className, shown);
  anchor.href = url.href;
  anchor.rel = "noopener noreferrer";
  anchor.target = "_blank"; // in this tab it would end the conversation
  return anchor;
}
