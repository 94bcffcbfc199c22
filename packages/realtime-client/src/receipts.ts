import {
  isRetryable,
  type ConversationId,
  type SendCommand,
} from "@veche/contracts";
import { CommandError } from "./command-error.ts";
import type { Powers } from "./powers.ts";

/** Receipts of a burst of messages go as one. */
const gatherMs = 300;
/**
 * In many busy conversations at once receipts take turns: they are nobody's words, and must not use up what the
 * server lets one device say (10 commands a second).
 */
const spacingMs = 250;
/** After the line or the server failed. */
const againMs = 5000;

interface Position {
  readonly deliveredTo: number;
  readonly readTo: number;
}

/** Tells the others how far I have received and read, as few times as will do. */
export class Receipts {
  readonly #powers: Powers;
  readonly #send: SendCommand;
  /** In the order in which they are said. */
  readonly #due = new Map<ConversationId, Position>();
  /** A next turn is on its way, by timer or by an answer. */
  #isRunning = false;

  constructor(powers: Powers, send: SendCommand) {
    this.#powers = powers;
    this.#send = send;
  }

  move(conversationId: ConversationId, to: Partial<Position>): void {
    const due = this.#due.get(conversationId) ?? { deliveredTo: 0, readTo: 0 };
    const readTo = Math.max(due.readTo, to.readTo ?? 0);
    const deliveredTo = Math.max(due.deliveredTo, to.deliveredTo ?? 0, readTo);
    this.#due.set(conversationId, { deliveredTo, readTo });
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.#turnAfter(gatherMs);
  }

  #turnAfter(delayMs: number): void {
    this.#powers.after(delayMs, () => {
      void this.#sayNext();
    });
  }

  async #sayNext(): Promise<void> {
    const [next] = this.#due;
    if (next === undefined) {
      this.#isRunning = false;
      return;
    }
    const [conversationId, position] = next;
    this.#due.delete(conversationId);
    try {
      await this.#send("receipt.move", { conversationId, ...position });
      this.#turnAfter(spacingMs);
    } catch (error) {
      const { code, retryAfterMs = againMs } =
        error instanceof CommandError
          ? error
          : new CommandError({ code: "server.failed" });
      // What waiting cures is said again, with what came meanwhile: positions only grow.
      if (isRetryable(code)) this.move(conversationId, position);
      this.#turnAfter(retryAfterMs);
    }
  }
}
