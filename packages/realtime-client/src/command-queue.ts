import type {
  CommandName,
  CommandParams,
  CommandResult,
  ClientFrame,
  ServerFrame,
} from "@veche/contracts";
import { CommandError } from "./command-error.ts";
import type { Powers } from "./powers.ts";

const answerTimeoutMs = 15_000;

/**
 * Commands that speak of this very moment or of this very socket: late they would be wrong, so they fail with the
 * line. Every other command is idempotent by the contract and is said again after the resume.
 */
const boundToTheMoment: ReadonlySet<CommandName> = new Set<CommandName>([
  "typing.show",
  "call.signal",
  "call.set_media",
  "call.set_connection",
  "call.report_quality",
  "probe.open",
  "probe.close",
]);

interface Waiting {
  readonly frame: Extract<ClientFrame, { t: "command" }>;
  readonly isBoundToTheMoment: boolean;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: CommandError) => void;
  readonly cancelTimeout: () => void;
}

export interface CommandQueueDeps {
  readonly powers: Powers;
  readonly transmit: (frame: ClientFrame) => void;
  readonly isLive: () => boolean;
}

/** Commands that wait for their answer, over as many connections as it takes. */
export class CommandQueue {
  readonly #deps: CommandQueueDeps;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;

  constructor(deps: CommandQueueDeps) {
    this.#deps = deps;
  }

  async send<Name extends CommandName>(
    name: Name,
    params: CommandParams<Name>,
  ): Promise<CommandResult<Name>> {
    const isBound = boundToTheMoment.has(name);
    const isLive = this.#deps.isLive();
    if (isBound && !isLive)
      throw new CommandError({ code: "server.unavailable" });
    const id = (this.#lastId += 1);
    const frame = { t: "command", id, name, params } as const;
    const answer = new Promise<unknown>((resolve, reject) => {
      const cancelTimeout = this.#deps.powers.after(answerTimeoutMs, () => {
        this.#fail(id, new CommandError({ code: "server.unavailable" }));
      });
      this.#waiting.set(id, {
        frame,
        isBoundToTheMoment: isBound,
        resolve,
        reject,
        cancelTimeout,
      });
    });
    if (isLive) this.#deps.transmit(frame);
    // An ack carries the result the contract names for this command.
    return (await answer) as CommandResult<Name>;
  }

  answered(frame: Extract<ServerFrame, { t: "ack" | "error" }>): void {
    if (frame.t === "error") {
      this.#fail(frame.id, new CommandError(frame));
      return;
    }
    this.#remove(frame.id)?.resolve(frame.result);
  }

  /** The line is live again: says everything unanswered in its first order. */
  lineLive(): void {
    for (const { frame } of this.#waiting.values()) this.#deps.transmit(frame);
  }

  lineCut(): void {
    for (const [id, { isBoundToTheMoment }] of [...this.#waiting]) {
      if (isBoundToTheMoment)
        this.#fail(id, new CommandError({ code: "server.unavailable" }));
    }
  }

  /** The line will not come back: nothing waits any longer. */
  lineStopped(): void {
    for (const id of [...this.#waiting.keys()])
      this.#fail(id, new CommandError({ code: "server.unavailable" }));
  }

  #fail(id: number, error: CommandError): void {
    this.#remove(id)?.reject(error);
  }

  #remove(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    waiting?.cancelTimeout();
    return waiting;
  }
}
