// @ts-check
/** The protocol of careerbot/channels/web.py. */

/**
 * @typedef {import("./types.js").Message} Message
 * @typedef {import("./types.js").Entry} Entry
 * @typedef {import("./types.js").Reply} Reply
 */

const PATIENCE = 30_000; // milliseconds until a missing answer counts as a failure

/** The server said no: `message` is its sentence. */
export class Refused extends Error {
  /**
   * @param {number} status
   * @param {string} sentence
   * @param {number} retryAfter seconds, 0 where the server names none
   */
  constructor(status, sentence, retryAfter) {
    super(sentence);
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

export class Server {
  #base;

  /** @param {string} base the address of the server's /chat/ */
  constructor(base) {
    this.#base = base;
  }

  /** @returns {Promise<string>} the token of a new session */
  async session() {
    return (await this.#ask("POST", "session")).token; // without a header of its own, so that a refusal can be read
  }

  /**
   * @param {string} token
   * @param {Message} message
   * @returns {Promise<{ replies: Reply[], forgotten: boolean }>}
   */
  async say(token, { id, text, payload }) {
    return this.#ask("POST", "conversation", token, payload === undefined ? { id, text } : { id, payload });
  }

  /** @param {string} token @returns {Promise<Entry[]>} */
  async history(token) {
    return (await this.#ask("GET", "conversation", token)).messages;
  }

  /** @param {string} token @returns {Promise<Reply[]>} */
  async restart(token) {
    return (await this.#ask("POST", "restart", token)).replies;
  }

  /** @param {string} token */
  async forget(token) {
    await this.#ask("DELETE", "conversation", token);
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {string} [token]
   * @param {object} [body]
   * @returns {Promise<any>} Throws Refused, or what `fetch` throws where nobody answers.
   */
  async #ask(method, path, token, body) {
    const response = await fetch(new URL(path, this.#base), {
      method,
      headers: { ...(token && { Authorization: `Bearer ${token}` }), ...(body && { "Content-Type": "application/json" }) },
      body: body && JSON.stringify(body),
      credentials: "omit",
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (response.status === 204) return {};
    if (response.ok) return response.json();
    const { error = "" } = await response.json().catch(() => ({})); // what stands in front of the server refuses without a sentence
    throw new Refused(response.status, String(error), Number(response.headers.get("Retry-After")));
  }
}
