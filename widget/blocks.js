// @ts-check
/** Draws a Reply, block by block, with DOM calls only. */

import { barChart } from "./chart.js";
import { element } from "./dom.js";
import { link, linked } from "./links.js";
import { WORDS } from "./words.js";

/**
 * @typedef {import("./types.js").Reply} Reply
 * @typedef {import("./types.js").Block} Block
 * @typedef {import("./types.js").Citation} Citation
 * @typedef {import("./types.js").Fact} Fact
 */

const YEARS = /\d–(?=\d)/g; // of 2024–34, which no line breaks in two

/**
 * The whole answer as one element.
 * @param {Reply} reply
 */
export function draw(reply) {
  const card = element("div", "card", paragraph(reply.lead, "lead"));
  card.dir = "auto";
  const blocks = reply.blocks ?? [];
  const cited = new Map(blocks.flatMap((each) => (each.type === "sources" ? each.items.map((item) => [item.id, item]) : [])));
  for (const each of blocks) card.append(...block(each, cited));
  return card;
}

/**
 * @param {Block} block
 * @param {Map<string, Citation>} cited the citations of this reply
 * @returns {HTMLElement[]} nothing for a kind that this widget does not know
 */
function block(block, cited) {
  switch (block.type) {
    case "text":
      return [paragraph(block.text)];
    case "list":
      return [...title(block.title), list(block.ordered ? "ol" : "ul", block.items.map(linked))];
    case "facts":
      return [...title(block.title), ...facts(block.rows, cited)];
    case "table":
      return [table(block)];
    case "bar_chart":
      return [barChart(block)];
    case "notice":
      return [notice(block)];
    case "progress":
      return [progress(block)];
    case "sources":
      return [sources(block.items)];
    default:
      return [];
  }
}

/** @param {string} text @param {string} [className] */
function paragraph(text, className) {
  const drawn = element("p", className, ...linked(text));
  drawn.dir = "auto";
  return drawn;
}

/** @param {string} [text] */
function title(text) {
  return text ? [element("h3", "title", text)] : [];
}

/** @param {"ol" | "ul"} tag @param {(Node | string)[][]} items */
function list(tag, items) {
  return element(tag, "", ...items.map((item) => element("li", "", ...item)));
}

/**
 * Where all facts were measured together, that is said once, below them.
 * @param {Fact[]} rows
 * @param {Map<string, Citation>} cited
 */
function facts(rows, cited) {
  const origins = new Set(rows.map((row) => origin(row, cited)));
  const pairs = rows.map((row) =>
    element(
      "div",
      "",
      element("dt", "", row.label),
      element("dd", "", ...linked(row.value), ...(origins.size > 1 ? [element("small", "origin", origin(row, cited))] : [])),
    ),
  );
  const together = origins.size === 1 ? [element("p", "origin", ...origins)] : [];
  return [element("dl", "", ...pairs), ...together];
}

/**
 * For whom and when a fact was measured, and by whom it is told.
 * @param {Fact} fact
 * @param {Map<string, Citation>} cited
 */
function origin(fact, cited) {
  return [fact.measured_for, fact.when, cited.get(fact.source)?.label].filter(Boolean).join(" · ");
}

/**
 * Where it has no title, it is called after what it is about: its columns, or where the first has a heading, its rows.
 * @param {import("./types.js").Table} block
 */
function table({ columns, rows, title }) {
  const [first, ...others] = columns;
  const spoken = title || (first ? `${first}: ${rows.map(([row]) => row).join(", ")}` : others.join(", "));
  const head = element("tr", "", ...columns.map((name) => (name ? cell("col", name) : element("td")))); // nothing is no heading
  const body = rows.map(([name, ...cells]) => element("tr", "", cell("row", name), ...cells.map((each) => element("td", "", ...linked(each)))));
  const drawn = element("table", "", element("thead", "", head), element("tbody", "", ...body));
  if (title) drawn.prepend(element("caption", "title", title));
  const frame = element("div", "sideways", drawn);
  frame.tabIndex = 0; // scrolls with the arrow keys
  frame.setAttribute("role", "group"); // no landmark: several answers have tables of the same name
  frame.setAttribute("aria-label", spoken);
  return frame;
}

/** @param {"col" | "row"} scope @param {string} name */
function cell(scope, name) {
  const drawn = element("th", "", name.replace(YEARS, "$&\u2060"));
  drawn.scope = scope;
  return drawn;
}

/** @param {import("./types.js").Notice} block */
function notice({ text, tone }) {
  const drawn = paragraph(text, `notice ${["caution", "help"].find((each) => each === tone) ?? "info"}`);
  drawn.setAttribute("role", "note");
  return drawn;
}

/** @param {import("./types.js").Progress} block */
function progress({ done, total, label }) {
  const bar = element("progress");
  bar.max = Math.max(1, total);
  bar.value = done;
  return element("label", "progress", `${done} of ${total} ${label}`, bar);
}

/** @param {Citation[]} items Several tables of one publication are one source to a reader. */
function sources(items) {
  const once = [...new Map(items.map((item) => [JSON.stringify([item.label, item.when, item.url]), item])).values()];
  const count = once.length > 1 ? ` (${once.length})` : "";
  return element("details", "", element("summary", "", WORDS.sources + count), list("ul", once.map(citation)));
}

/** @param {Citation} item */
function citation({ label, when, url, licence }) {
  const named = `${label}, ${when || WORDS.undated}`;
  return [url ? link(url, named) : named, ...(licence ? [` (${licence})`] : [])];
}
