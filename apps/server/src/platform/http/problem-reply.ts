import type { FastifyReply } from "fastify";
import { errorRegistry, type Problem } from "@veche/contracts";
import { AppError } from "../app-error.ts";
import type { Ids } from "../ids.ts";
import type { Log } from "../log.ts";

/** Translates whatever was thrown into a refusal of the registry; what nobody foresaw becomes `server.failed`. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const { code, statusCode } = asFastifyError(error);
  switch (code) {
    case "FST_ERR_CTP_BODY_TOO_LARGE":
      return new AppError("request.too_large", { cause: error });
    case "FST_ERR_CTP_INVALID_MEDIA_TYPE":
      return new AppError("request.unsupported_media_type", { cause: error });
    default:
      return statusCode !== undefined && statusCode >= 400 && statusCode < 500
        ? new AppError("request.invalid", { cause: error })
        : new AppError("server.failed", { cause: error });
  }
}

function asFastifyError(error: unknown): {
  readonly code: unknown;
  readonly statusCode: number | undefined;
} {
  if (!(error instanceof Error))
    return { code: undefined, statusCode: undefined };
  const code = "code" in error ? error.code : undefined;
  const status = "statusCode" in error ? error.statusCode : undefined;
  return { code, statusCode: typeof status === "number" ? status : undefined };
}

export interface ProblemDeps {
  readonly log: Log;
  readonly ids: Ids;
}

/**
 * Builds the problem document of a refusal. A 5xx tells nothing but a reference; what happened stands in the
 * log under it.
 */
export function toProblem(error: AppError, { log, ids }: ProblemDeps): Problem {
  const { status } = errorRegistry[error.code];
  const shown = {
    type: `/api/docs/errors#${error.code}`,
    title: error.code,
    status,
    code: error.code,
    ...(error.retryAfterMs === undefined
      ? {}
      : { retryAfterMs: Math.ceil(error.retryAfterMs) }),
    ...(error.issues === undefined ? {} : { issues: [...error.issues] }),
  };
  if (status < 500) return shown;
  const reference = ids.next();
  const level = error.code === "server.failed" ? "error" : "warn";
  log[level](
    { error: error.cause ?? error, reference, code: error.code },
    "request failed",
  );
  return { ...shown, reference };
}

export function sendProblem(reply: FastifyReply, problem: Problem): void {
  if (problem.retryAfterMs !== undefined) {
    void reply.header("retry-after", Math.ceil(problem.retryAfterMs / 1000));
  }
  void reply
    .code(problem.status)
    .type("application/problem+json; charset=utf-8")
    .header("cache-control", "no-store")
    .serializer(JSON.stringify)
    .send(problem);
}
