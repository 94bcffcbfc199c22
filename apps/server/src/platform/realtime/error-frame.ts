import { errorRegistry } from "@veche/contracts";
import { AppError } from "../app-error.ts";
import type { Ids } from "../ids.ts";
import type { Log } from "../log.ts";
import { encodeFrame, type EncodedFrame } from "./socket.ts";

export interface ErrorFrameDeps {
  readonly log: Log;
  readonly ids: Ids;
}

/** The answer to a command that failed: its code; of a failure of ours nothing but a reference to the log. */
export function errorFrame(
  id: number,
  error: unknown,
  { log, ids }: ErrorFrameDeps,
): EncodedFrame {
  const refusal =
    error instanceof AppError
      ? error
      : new AppError("server.failed", { cause: error });
  const { code, retryAfterMs, issues } = refusal;
  const frame = {
    t: "error" as const,
    id,
    code,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(issues === undefined ? {} : { issues }),
  };
  if (errorRegistry[code].status < 500) return encodeFrame(frame);
  const reference = ids.next();
  const level = code === "server.failed" ? "error" : "warn";
  log[level](
    { error: refusal.cause ?? refusal, reference, code },
    "command failed",
  );
  return encodeFrame({ ...frame, reference });
}

/** The cheapest answer there is: whoever floods gets hundreds of them. */
export const rateLimitedFrame = (
  id: number,
  retryAfterMs: number,
): EncodedFrame =>
  encodeFrame({ t: "error", id, code: "request.rate_limited", retryAfterMs });
