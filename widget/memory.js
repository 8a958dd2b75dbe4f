// @ts-check
/** What the browser remembers: the session's token and the messages not yet answered. Tabs of one site share it. */

/**
 * @typedef {import("./types.js").Message} Message
 * @typedef {{ token?: string, outbox: Message[], turns: number }} Remembered `turns` moves whenever the conversation does, and tells other tabs.
 */

export class Memory {
  #key;
  /** @type {string | null} for browsers that keep nothing: lasts as long as the page */
  #unkept = null;

  /** @param {string} server each server has a conversation of its own */
  constructor(server) {
    this.#key = `careerbot ${server}`;
  }

  get token() {
    return this.#read().token;
  }

  set token(token) {
    this.#write({ ...this.#read(), token });
  }

  get outbox() {
    return this.#read().outbox;
  }

  /** @param {Message} message */
  keep(message) {
    const now = this.#read();
    this.#write({ ...now, outbox: [...now.outbox, message] });
  }

  /** @param {...string} ids of messages that were answered, or never will be */
  drop(...ids) {
    const now = this.#read();
    this.#write({ ...now, outbox: now.outbox.filter(({ id }) => !ids.includes(id)), turns: now.turns + 1 });
  }

  clear() {
    this.#unkept = null;
    try {
      localStorage.removeItem(this.#key);
    } catch {
      // nothing was kept
    }
  }

  /** @param {() => void} changed called when another tab wrote */
  watch(changed) {
    addEventListener("storage", ({ key }) => {
      if (key === this.#key || key === null) changed();
    });
  }

  /** @returns {Remembered} */
  #read() {
    try {
      const kept = JSON.parse(localStorage.getItem(this.#key) ?? this.#unkept ?? "{}");
      return { outbox: [], turns: 0, ...kept };
    } catch {
      return { outbox: [], turns: 0, ...JSON.parse(this.#unkept ?? "{}") };
    }
  }

  /** @param {Remembered} now */
  #write(now) {
    const text = JSON.stringify(now);
    try {
      localStorage.setItem(this.#key, text);
    } catch {
      this.#unkept = text;
    }
  }
}

/** Browsers offer `randomUUID` only over https and on localhost, but random bytes everywhere. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
