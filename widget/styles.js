// @ts-check
/**
 * The style sheet as an object: fetched as a file, so that no page has to allow inline styles.
 *
 * A rem of it is the size of text that the reader has set, whatever the page around the widget makes of its own (10px, often).
 */

export const styles = new CSSStyleSheet();
const response = await fetch(new URL("careerbot.css", import.meta.url), { credentials: "omit" });
const rem = readersSize();
styles.replaceSync((await response.text()).replace(/([\d.]+)rem\b/g, (_, count) => `${count * rem}px`));

/** In pixels. */
function readersSize() {
  const probe = document.createElement("span");
  probe.style.cssText = "all: initial !important";
  document.documentElement.append(probe);
  const size = parseFloat(getComputedStyle(probe).fontSize);
  probe.remove();
  return size;
}
