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
  /** @type {Promise<void> | undefined} what is asked of the server just now */
  #busy;
  #commanded = false; // whether a command waits for that, and sending for the command
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
    if (this.#busy || this.#memory.outbox.length === 0) return;
    await this.#alone(async () => {
      this.#view.waiting(true);
      try {
        for (let next; !this.#commanded && (next = this.#memory.outbox[0]); ) await this.#deliver(next);
        this.#failures = 0;
        this.#view.trouble("");
      } catch (error) {
        await this.#trouble(error);
      } finally {
        this.#view.waiting(false);
      }
    });
  }

  /** Show what the server knows of this conversation, which may have gone on in another tab. @returns {Promise<void>} */
  async read() {
    if (this.#busy) {
      this.#behind = true;
      return;
    }
    const [token, shown, before] = [this.#memory.token, this.#shown, this.#shown.length];
    try {
      const said = token ? await this.#server.history(token) : [];
      if (this.#busy || this.#shown !== shown || shown.length !== before) return await this.read(); // it went on meanwhile
      const answered = new Set(said.map((each) => each.id));
      this.#show([...said, ...this.#memory.outbox.filter((each) => !answered.has(each.id)).map(asEntry)]);
    } catch (error) {
      await this.#trouble(error);
    }
  }

  /** Begin anew, in the assistant's own words. What was not sent until then is part of what is left behind. */
  async restart() {
    const left = this.#memory.outbox.map(({ id }) => id);
    await this.#command(async () => {
      const token = this.#memory.token;
      const replies = token ? await this.#server.restart(token) : [];
      if (token || left.length > 0) this.#memory.drop(...left); // where nothing was said, nothing is kept
      const begun = replies.map((reply) => /** @type {Entry} */ ({ who: "bot", id: "", reply }));
      this.#show([...begun, ...this.#memory.outbox.map(asEntry)]);
    });
  }

  /** Have everything deleted, here and on the server. @returns {Promise<boolean>} whether it is */
  async forget() {
    return this.#command(async () => {
      const token = this.#memory.token;
      if (token) await this.#server.forget(token);
      this.#memory.clear();
      this.#show([]);
    });
  }

  /**
   * After what is being sent; what is not sent yet waits.
   * @param {() => Promise<void>} work something that is not tried again by itself
   */
  async #command(work) {
    this.#commanded = true;
    while (this.#busy) await this.#busy;
    this.#commanded = false;
    let done = false;
    await this.#alone(async () => {
      try {
        await work();
        this.#view.trouble("");
        done = true;
      } catch (error) {
        this.#view.trouble(sentence(error, false));
      }
    });
    this.#sendIn(done ? 0 : PAUSES[0]);
    return done;
  }

  /** @param {() => Promise<void>} work done by one at a time, which tells by itself how it failed */
  async #alone(work) {
    this.#busy = work();
    try {
      await this.#busy;
    } finally {
      this.#busy = undefined;
    }
    if (this.#behind) {
      this.#behind = false;
      await this.read();
    }
  }

  /** @param {Message} message */
  async #deliver(message) {
    try {
      const token = (this.#memory.token ??= await this.#server.session());
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
    this.#sendIn(pause);
  }

  /** The server does not know the token, because its secret changed or somebody made the token up. @param {unknown} error */
  async #startAfresh(error) {
    this.#memory.token = undefined;
    this.#show(this.#memory.outbox.map(asEntry));
    this.#view.trouble(error instanceof Refused ? error.message : "");
    this.#sendIn(0);
  }

  /** @param {number} pause in seconds */
  #sendIn(pause) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.send(), pause * 1000);
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
