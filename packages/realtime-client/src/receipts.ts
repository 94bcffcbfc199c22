import type { ConversationId, SendCommand } from "@veche/contracts";
import type { Powers } from "./powers.ts";

/** Receipts of a burst of messages go as one. */
const gatherMs = 300;

interface Position {
  readonly deliveredTo: number;
  readonly readTo: number;
}

/** Tells the others how far I have received and read, as few times as will do. */
export class Receipts {
  readonly #powers: Powers;
  readonly #send: SendCommand;
  readonly #due = new Map<ConversationId, Position>();
  #isTimed = false;

  constructor(powers: Powers, send: SendCommand) {
    this.#powers = powers;
    this.#send = send;
  }

  move(conversationId: ConversationId, to: Partial<Position>): void {
    const due = this.#due.get(conversationId) ?? { deliveredTo: 0, readTo: 0 };
    const readTo = Math.max(due.readTo, to.readTo ?? 0);
    const deliveredTo = Math.max(due.deliveredTo, to.deliveredTo ?? 0, readTo);
    this.#due.set(conversationId, { deliveredTo, readTo });
    if (this.#isTimed) return;
    this.#isTimed = true;
    this.#powers.after(gatherMs, () => {
      this.#isTimed = false;
      this.#flush();
    });
  }

  #flush(): void {
    const due = [...this.#due];
    this.#due.clear();
    for (const [conversationId, position] of due) {
      // A receipt that failed is said again with the next one: positions only grow.
      this.#send("receipt.move", { conversationId, ...position }).catch(
        () => undefined,
      );
    }
  }
}
