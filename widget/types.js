// @ts-check
/**
 * The documents that the server sends: careerbot/advice/reply.py and careerbot/channels/web.py say what they mean.
 *
 * @typedef {{ label: string, value: string, source: string, when?: string, measured_for?: string | null }} Fact
 * @typedef {{ label: string, value: number, shown: string }} Bar
 * @typedef {{ id: string, label: string, when?: string, url?: string | null, licence?: string | null }} Citation
 *
 * @typedef {{ type: "text", text: string }} Text
 * @typedef {{ type: "list", items: string[], title?: string, ordered?: boolean }} Listing
 * @typedef {{ type: "facts", rows: Fact[], title?: string }} Facts
 * @typedef {{ type: "table", columns: string[], rows: string[][], title?: string }} Table
 * @typedef {{ type: "bar_chart", title: string, unit: string, bars: Bar[], source: string, when?: string, most?: number | null }} BarChart
 * @typedef {{ type: "notice", text: string, tone?: "info" | "caution" | "help" }} Notice
 * @typedef {{ type: "progress", done: number, total: number, label: string }} Progress
 * @typedef {{ type: "sources", items: Citation[] }} Sources
 * @typedef {Text | Listing | Facts | Table | BarChart | Notice | Progress | Sources} Block
 *
 * @typedef {{ title: string, payload?: string, aside?: boolean }} Suggestion Without a payload, its title is what a press says.
 * @typedef {{ lead: string, blocks?: Block[], suggestions?: Suggestion[], to_keep?: boolean }} Reply
 *
 * @typedef {{ id: string, text?: string, payload?: string, title?: string }} Message What is sent; `title` is what a payload shows as.
 * @typedef {{ who: "person" | "bot", id: string, text?: string, reply?: Reply }} Entry One line of a conversation.
 */

export {};
