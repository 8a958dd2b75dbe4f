// @ts-check
/** The style sheet as an object: fetched as a file, so that no page has to allow inline styles. */

export const styles = new CSSStyleSheet();
const response = await fetch(new URL("careerbot.css", import.meta.url), { credentials: "omit" });
styles.replaceSync(await response.text());
