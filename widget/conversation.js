// @ts-check
/**
 * One conversation: what was said, what is still to be sent, and how it goes on after a failure. Knows no page.
 *
 * A message stays in the browser's memory until its answer is here, and is sent again under the same id, which the server
 * answers once only. So nothing is lost or doubled, whether the line, the page or the server went away in between.
 */

import { Memory, newId } from "./memory.js";
import { Refused, Server } from "./server.js";
import { WORDS } from "./words.js";

/**
 * @typedef {import("./types.js").Entry} Entry
 * @typedef {import("./types.js").Message} Message
 * @typedef {import("./types.js").Suggestion} Suggestion
 *
 * @typedef {object} View
 * @property {(entries: Entry[]) => void} reset shows these instead of all that was shown; they are not news
 * @property {(entry: Entry) => void} add shows one more, which is news
 * @property {(now: boolean) => void} waiting whether an answer is on its way
 * @property {(sentence: string, again?: boolean) => void} trouble tells what is wrong, "" when nothing is; `again` offers to send again
 * @property {(message: Message) => void} giveBack takes a message that was refused back, to be changed
 */

const PAUSES = [1, 2, 4, 8, 15]; // seconds between attempts; the last goes on
const NOT_AGAIN = [400, 403, 409, 413]; // refusals that sending again will not change

export class Conversation {
  #server;
  #memory;
  #view;
  /** @type {string[]} */
  #shown = [];
  #busy = false;
  #behind = false; // whether there is more to read than was read
  #failures = 0;
  #timer = 0;

  /**
   * @param {string} base the address of the server's /chat/
   * @param {View} view
   */
  constructor(base, view) {
    this.#server = new Server(base);
    this.#memory = new Memory(base);
    this.#view = view;
  }

  /** Show what was said before, send what was left unsent, and follow what other tabs do. */
  async start() {
    this.#memory.watch(() => this.read());
    addEventListener("online", () => this.send());
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.read());
    this.#show(this.#memory.outbox.map(asEntry));
    await this.read();
    await this.send();
  }

  /** @param {string} text */
  type(text) {
    this.#say({ id: newId(), text });
  }

  /** @param {Suggestion} suggestion */
  press({ title, payload }) {
    this.#say(payload === undefined ? { id: newId(), text: title } : { id: newId(), payload, title });
  }

  /** @param {Message} message */
  #say(message) {
    this.#memory.keep(message);
    this.#add(asEntry(message));
    this.send();
  }

  /** Send what is unsent, one after the other. */
  async send() {
    clearTimeout(this.#timer);
    if (this.#memory.outbox.length === 0) return;
    await this.#alone(async () => {
      for (let next; (next = this.#memory.outbox[0]); ) await this.#deliver(next);
    });
  }

  /** Show what the server knows of this conversation, which may have gone on in another tab. @returns {Promise<void>} */
  async read() {
    if (this.#busy) {
      this.#behind = true;
      return;
    }
    const [token, before] = [this.#memory.token, this.#shown.length];
    try {
      const said = token ? await this.#server.history(token) : [];
      if (this.#busy || this.#shown.length !== before) return await this.read(); // it went on meanwhile
      const answered = new Set(said.map((each) => each.id));
      this.#show([...said, ...this.#memory.outbox.filter((each) => !answered.has(each.id)).map(asEntry)]);
    } catch (error) {
      await this.#trouble(error);
    }
  }

  /** Begin anew, in the assistant's own words. */
  async restart() {
    const token = this.#memory.token;
    if (!token) return this.#show([]);
    await this.#command(async () => {
      const replies = await this.#server.restart(token);
      this.#show(replies.map((reply) => ({ who: "bot", id: "", reply })));
    });
  }

  /** Have everything deleted, here and on the server. @returns {Promise<boolean>} whether it is */
  async forget() {
    const token = this.#memory.token;
    return this.#command(async () => {
      if (token) await this.#server.forget(token);
      this.#memory.clear();
      this.#show([]);
    });
  }

  /** @param {() => Promise<void>} work something that is not tried again by itself */
  async #command(work) {
    try {
      await work();
      this.#view.trouble("");
      return true;
    } catch (error) {
      this.#view.trouble(sentence(error, false));
      return false;
    }
  }

  /** @param {() => Promise<void>} work done by one at a time */
  async #alone(work) {
    if (this.#busy) return;
    this.#busy = true;
    this.#view.waiting(true);
    try {
      await work();
      this.#failures = 0;
      this.#view.trouble("");
    } catch (error) {
      await this.#trouble(error);
    } finally {
      this.#busy = false;
      this.#view.waiting(false);
    }
    if (this.#behind) {
      this.#behind = false;
      await this.read();
    }
  }

  /** @param {Message} message */
  async #deliver(message) {
    const token = (this.#memory.token ??= await this.#server.session());
    try {
      const { replies, forgotten } = await this.#server.say(token, message);
      if (forgotten) {
        this.#memory.token = undefined;
        this.#show([asEntry(message)]);
      }
      const heard = this.#shown.includes(key({ who: "bot", id: message.id })); // read meanwhile, from another tab's turn
      for (const reply of heard ? [] : replies) this.#add({ who: "bot", id: message.id, reply });
      this.#memory.drop(message.id);
    } catch (error) {
      if (error instanceof Refused && NOT_AGAIN.includes(error.status)) {
        this.#memory.drop(message.id);
        this.#shown = this.#shown.filter((each) => each !== key(asEntry(message)));
        this.#view.giveBack(message);
      }
      throw error;
    }
  }

  /** @param {unknown} error Tells the person, and tries again where that may help. */
  async #trouble(error) {
    const status = error instanceof Refused ? error.status : 0;
    if (status === 401) return this.#startAfresh(error);
    const again = this.#memory.outbox.length > 0;
    this.#view.trouble(sentence(error, again), again);
    if (!again || NOT_AGAIN.includes(status)) return;
    const pause = (error instanceof Refused && error.retryAfter) || PAUSES[Math.min(this.#failures++, PAUSES.length - 1)];
    this.#timer = setTimeout(() => this.send(), pause * 1000);
  }

  /** The server does not know the token, because its secret changed or somebody made the token up. @param {unknown} error */
  async #startAfresh(error) {
    this.#memory.token = undefined;
    this.#show(this.#memory.outbox.map(asEntry));
    this.#view.trouble(error instanceof Refused ? error.message : "");
    this.#timer = setTimeout(() => this.send(), 0);
  }

  /** @param {Entry[]} entries */
  #show(entries) {
    const keys = entries.map(key);
    const known = this.#shown.every((each, index) => each === keys[index]);
    if (known && this.#shown.length > 0) {
      for (const entry of entries.slice(this.#shown.length)) this.#add(entry);
      return;
    }
    this.#shown = keys;
    this.#view.reset(entries);
  }

  /** @param {Entry} entry */
  #add(entry) {
    this.#shown.push(key(entry));
    this.#view.add(entry);
  }
}

/** @param {unknown} error @param {boolean} again whether it is tried again @returns {string} */
function sentence(error, again) {
  if (error instanceof Refused && error.message) return error.message;
  if (error instanceof Refused && NOT_AGAIN.includes(error.status)) return WORDS.refused;
  if (!navigator.onLine) return WORDS.offline;
  return again ? WORDS.unreachable : WORDS.notDone;
}

/** @param {Entry} entry */
function key({ who, id }) {
  return `${who} ${id}`;
}

/** @param {Message} message @returns {Entry} */
function asEntry({ id, text, title }) {
  return { who: "person", id, text: text ?? title ?? "" };
}
