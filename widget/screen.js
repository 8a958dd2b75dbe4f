// @ts-check
/** What kind of screen the reader has. The lengths are those of careerbot.css. */

export const PHONE = matchMedia("(max-width: 30rem), (max-height: 26rem)"); // where the open panel covers the page
export const SHORT = matchMedia("(max-height: 20rem)"); // where all of the panel scrolls, and not the conversation in it
export const TOUCH = matchMedia("(pointer: coarse)"); // where a focused field brings up a keyboard that hides the answer
