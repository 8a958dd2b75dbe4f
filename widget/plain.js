// @ts-check
/** A Reply as plain text, to copy: the same lines as `Reply.text()` in careerbot/advice/reply.py. */

import { WORDS } from "./words.js";

/**
 * @typedef {import("./types.js").Block} Block
 * @typedef {import("./types.js").Fact} Fact
 * @typedef {import("./types.js").Citation} Citation
 */

/** @param {import("./types.js").Reply} reply */
export function plain(reply) {
  return [reply.lead, ...(reply.blocks ?? []).flatMap(lines)].join("\n");
}

/** @param {Block} block @returns {string[]} */
function lines(block) {
  switch (block.type) {
    case "text":
    case "notice":
      return [block.text];
    case "list":
      return [...heading(block.title), ...block.items.map((item, index) => (block.ordered ? `${index + 1}. ${item}` : `- ${item}`))];
    case "facts":
      return [...heading(block.title), ...facts(block.rows)];
    case "table":
      return [...heading(block.title), ...block.rows.map((row) => tableLine(block.columns, row))];
    case "progress":
      return [`(${block.done} of ${block.total} ${block.label})`];
    case "sources":
      return [`${WORDS.sources}: ${cited(block.items).join("; ")}`];
    default:
      return []; // a chart pictures figures that the reply says in words too
  }
}

/** @param {string} [title] */
function heading(title) {
  return title ? [`${title}:`] : [];
}

/** @param {string[]} columns @param {string[]} row */
function tableLine(columns, [name, ...cells]) {
  return `- ${name}: ${cells.map((cell, index) => `${columns[index + 1].toLowerCase()} ${cell}`).join("; ")}`;
}

/** @param {Fact[]} rows */
function facts(rows) {
  const together = new Set(rows.map(measured));
  const each = rows.map((row) => `- ${row.label}: ${row.value}${measured(row) && together.size > 1 ? ` (${measured(row)})` : ""}`);
  const once = together.size === 1 && measured(rows[0]) ? [`(${measured(rows[0])})`] : [];
  return [...each, ...once];
}

/** @param {Fact} fact */
function measured(fact) {
  return [fact.measured_for, fact.when].filter(Boolean).join(", ");
}

/** @param {Citation[]} items several pages of one publication share a line */
function cited(items) {
  /** @type {Map<string, Set<string>>} */
  const pages = new Map();
  for (const { label, when, url } of items) {
    const named = when ? `${label}, ${when}` : `${label} (${WORDS.undated})`;
    pages.set(named, new Set([...(pages.get(named) ?? []), ...(url ? [url] : [])]));
  }
  return [...pages].map(([named, urls]) => (urls.size > 0 ? `${named}: ${[...urls].join(" ")}` : named));
}
