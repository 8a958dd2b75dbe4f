// @ts-check
/** One tag on any page: `<script type="module" src=".../careerbot.js"></script><career-chat></career-chat>`. */

import { CareerChat } from "./element.js";

if (!customElements.get("career-chat")) customElements.define("career-chat", CareerChat);
