// @ts-check
/** Bars as an inline SVG that grows with its words: no picture to load, no style attribute that a policy would block. */

import { element, svg } from "./dom.js";

/** @typedef {import("./types.js").BarChart} BarChart */

const ROW = 2.75; // em: a line of words above a bar
const BAR = 0.75; // em

/** @param {BarChart} chart */
export function barChart(chart) {
  const { title, unit, bars, when, most } = chart;
  const values = bars.map((bar) => (Number.isFinite(bar.value) ? bar.value : 0));
  const low = Math.min(0, ...values);
  const span = Math.max(most ?? 0, 0, ...values) - low || 1;
  const percent = (/** @type {number} */ value) => `${((value - low) / span) * 100}%`;
  const rows = bars.flatMap((bar, index) => {
    const top = index * ROW;
    const [from, to] = [Math.min(0, values[index]), Math.max(0, values[index])];
    return [
      svg("text", { x: 0, y: `${top + 1.1}em` }, bar.label),
      svg("text", { x: "100%", y: `${top + 1.1}em`, class: "shown" }, bar.shown),
      svg("rect", { x: 0, y: `${top + 1.6}em`, width: "100%", height: `${BAR}em`, class: "track" }),
      svg("rect", { x: percent(from), y: `${top + 1.6}em`, width: `${((to - from) / span) * 100}%`, height: `${BAR}em`, class: "bar" }),
    ];
  });
  const spoken = `${title}. ${bars.map((bar) => `${bar.label}: ${bar.shown}`).join("; ")}.`;
  const drawn = svg("svg", { role: "img", "aria-label": spoken, width: "100%", height: `${bars.length * ROW}em`, class: "chart" }, ...rows);
  const named = [unit, when].filter(Boolean).join(", ");
  return element("figure", "", element("figcaption", "title", title, ...(named ? [element("small", "", ` ${named}`)] : [])), drawn);
}
