// @ts-check
/** An answer on paper: drawn anew at the end of the page, where only the printer sees it, and nothing else. */

import { draw } from "./blocks.js";
import { element } from "./dom.js";
import { styles } from "./styles.js";

const SHEET = "careerbot-sheet";
const only = new CSSStyleSheet();
only.replaceSync(`
  @media screen { ${SHEET} { display: none } }
  @media print {
    body > :not(${SHEET}) { display: none !important }
    body { margin: 0 !important; padding: 0 !important }
    :root, body { background: #fff !important } /* a dark page would lie behind the dark words */
  }
`);

/** @param {import("./types.js").Reply} reply */
export function print(reply) {
  putAway();
  const sheet = document.createElement(SHEET);
  const root = sheet.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [styles];
  const card = draw(reply);
  for (const folded of card.querySelectorAll("details")) folded.open = true;
  root.append(element("div", "sheet", card));
  document.body.append(sheet);
  document.adoptedStyleSheets.push(only);
  addEventListener("afterprint", putAway, { once: true });
  window.print();
}

function putAway() {
  document.querySelector(SHEET)?.remove();
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== only);
}
