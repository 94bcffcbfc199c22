import type { ClientFrame, DeviceId } from "@veche/contracts";
import { AppError } from "../app-error.ts";
import type { Clock } from "../clock.ts";
import type { Ids } from "../ids.ts";
import type { Log } from "../log.ts";
import type { Principal } from "../principal.ts";
import { createParamsChecks, isCommandName } from "./client-frames.ts";
import type { AnyCommandHandler, CommandHandlers } from "./command.ts";
import type { CommandSender } from "./command-sender.ts";
import { errorFrame, rateLimitedFrame } from "./error-frame.ts";
import {
  createFloodGuard,
  type FloodGuard,
  type Readable,
} from "./flood-guard.ts";
import { mayCommand } from "./guest-sight.ts";
import type { RealtimeLimits } from "./realtime-options.ts";
import { encodeFrame } from "./socket.ts";

type CommandFrame = Extract<ClientFrame, { t: "command" }>;

export interface CommandRunnerDeps {
  readonly handlers: CommandHandlers;
  readonly limits: RealtimeLimits;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
}

interface Asked {
  readonly principal: Principal;
  /** Commands of the same line that are not answered yet. */
  readonly pending: number;
}

/** `pong`: answer so · `flood`: cut this connection · `taken`: its answer comes by itself. */
export type Verdict = "pong" | "flood" | "taken";

/**
 * Runs commands: counts, checks, hands over, answers. Handlers are called in the order of the frames and run side by
 * side; one that must keep that order (message.send) takes its place before its first `await`.
 */
export class CommandRunner {
  readonly #deps: CommandRunnerDeps;
  readonly #flood: FloodGuard;
  readonly #checkOf = createParamsChecks();
  readonly #pending = new WeakMap<CommandSender, number>();
  readonly #running = new Set<Promise<void>>();
  #isDraining = false;

  constructor(deps: CommandRunnerDeps) {
    this.#deps = deps;
    this.#flood = createFloodGuard(deps.limits, deps.clock);
  }

  receive(sender: CommandSender, deviceId: DeviceId, read: Readable): Verdict {
    const retryAfterMs = this.#flood(sender, read);
    if (retryAfterMs === "flood") return "flood";
    if (retryAfterMs > 0) {
      const id = idOf(read);
      if (id !== undefined) sender.answer(rateLimitedFrame(id, retryAfterMs));
    } else if (read.kind === "bad_command") {
      const { id, issues } = read;
      const invalid = new AppError("request.invalid", { issues });
      this.#refuse(sender, id, invalid);
    } else if (read.frame.t === "ping") {
      return "pong";
    } else if (read.frame.t === "command") {
      const work = this.#run(sender, deviceId, read.frame);
      this.#running.add(work);
      void work.finally(() => this.#running.delete(work));
    }
    return "taken";
  }

  /** New commands are refused from now on; settles when the running ones are answered. */
  async drain(): Promise<void> {
    this.#isDraining = true;
    await Promise.all(this.#running);
  }

  async #run(
    sender: CommandSender,
    deviceId: DeviceId,
    frame: CommandFrame,
  ): Promise<void> {
    const { principal, id: connectionId, address } = sender;
    const actor = { id: principal.id, name: principal.name, address };
    const pending = this.#pending.get(sender) ?? 0;
    this.#pending.set(sender, pending + 1);
    try {
      const handler = this.#admit(frame, { pending, principal });
      const context = { principal, deviceId, connectionId, actor };
      const result = await handler(context, frame.params);
      sender.answer(encodeFrame({ t: "ack", id: frame.id, result }));
    } catch (error) {
      this.#refuse(sender, frame.id, error);
    } finally {
      const left = (this.#pending.get(sender) ?? 1) - 1;
      this.#pending.set(sender, left);
    }
  }

  #admit(
    { name, params }: CommandFrame,
    { pending, principal }: Asked,
  ): AnyCommandHandler {
    const { handlers, limits } = this.#deps;
    if (this.#isDraining)
      throw new AppError("server.draining", { retryAfterMs: 1000 });
    const handler = isCommandName(name) ? handlers[name] : undefined;
    if (!isCommandName(name) || handler === undefined)
      throw new AppError("request.unknown_command");
    if (!mayCommand(principal, name)) throw new AppError("auth.forbidden");
    if (pending >= limits.maxPendingCommands)
      throw new AppError("request.rate_limited", { retryAfterMs: 1000 });
    const issues = this.#checkOf(name)(params);
    if (issues.length > 0) throw new AppError("request.invalid", { issues });
    // The check has just established that these are this command's parameters.
    return handler as AnyCommandHandler;
  }

  #refuse(sender: CommandSender, id: number | undefined, why: unknown): void {
    if (id !== undefined) sender.answer(errorFrame(id, why, this.#deps));
  }
}

function idOf(read: Readable): number | undefined {
  if (read.kind === "bad_command") return read.id;
  return read.frame.t === "command" ? read.frame.id : undefined;
}
