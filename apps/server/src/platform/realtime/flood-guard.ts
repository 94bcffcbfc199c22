import type { CommandName } from "@veche/contracts";
import type { Clock } from "../clock.ts";
import { createRateLimiter, type Rate } from "../rate-limiter.ts";
import type { ReadFrame } from "./client-frames.ts";
import type { CommandSender } from "./command-sender.ts";
import type { RealtimeLimits } from "./realtime-options.ts";

export type Readable = Exclude<ReadFrame, { kind: "junk" }>;

/** 0: let it through · more: refuse it, and say to wait so long · `flood`: this connection will not stop, cut it. */
export type FloodGuard = (
  sender: CommandSender,
  read: Readable,
) => number | "flood";

/** What machines send in a call: its own, wider bucket, so that chatting never starves a call or the reverse. */
const signals: ReadonlySet<string> = new Set<CommandName>([
  "call.signal",
  "call.set_media",
  "call.set_connection",
  "call.report_quality",
  "floor.point",
  "floor.caption",
]);

/** Buckets for what is asked, and one for what was refused: who empties that one too is cut. */
export function createFloodGuard(
  limits: RealtimeLimits,
  clock: Clock,
): FloodGuard {
  const limiter = (rate: Rate) => createRateLimiter({ clock, rate });
  const byConnection = limiter(limits.commandsPerConnection);
  const byPrincipal = limiter(limits.commandsPerPrincipal);
  const signalling = limiter(limits.signalsPerConnection);
  const excess = limiter(limits.excess);

  return ({ id, principal }, read) => {
    const isOrdinary =
      read.kind === "bad_command" ||
      (read.frame.t === "command" && !signals.has(read.frame.name));
    const retryAfterMs = isOrdinary
      ? byConnection.take(id) || byPrincipal.take(principal.id)
      : signalling.take(id);
    return retryAfterMs > 0 && excess.take(id) > 0 ? "flood" : retryAfterMs;
  };
}
