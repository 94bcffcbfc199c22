import { AppError } from "../app-error.ts";

/** SQLSTATEs that say "not now", by whole class or one by one. */
const unavailableClasses = ["08", "53", "57"] as const;
const unavailableStates: ReadonlySet<string> = new Set([
  "25P02",
  "25P03",
  "25P04",
  "55P03",
  "58030",
]);
const networkCodes: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOENT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
]);
/** What `pg` says, without a code, about a connection that is gone. */
const lostConnection =
  /connection terminated|not queryable|timeout exceeded when trying to connect|query read timeout/i;

const retriedStates: ReadonlySet<string> = new Set(["40001", "40P01"]);
const diskFullState = "53100";
const retryAfterMs = 1_000;

export function codeOf(error: unknown): string | undefined {
  return error instanceof Error &&
    "code" in error &&
    typeof error.code === "string"
    ? error.code
    : undefined;
}

/** PostgreSQL asks for the whole transaction again: serialisation failure or deadlock. */
export function asksForRetry(error: unknown): boolean {
  return retriedStates.has(codeOf(error) ?? "");
}

/** No space left where the database writes. */
export function isDiskFull(error: unknown): boolean {
  return causesOf(error).some((cause) => codeOf(cause) === diskFullState);
}

/** The connection can't be used again, whatever was on it. */
export function breaksConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    lostConnection.test(error.message) ||
    networkCodes.has(codeOf(error) ?? "") ||
    codeOf(error) === "25P03"
  );
}

/** Turns a database that can't answer now into `server.unavailable`; passes every other error on as it is. */
export function translateFailure(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof AppError) return error;
  const code = codeOf(error) ?? "";
  const isUnavailable =
    breaksConnection(error) ||
    unavailableStates.has(code) ||
    unavailableClasses.some((sqlClass) => isOfClass(code, sqlClass));
  return isUnavailable
    ? new AppError("server.unavailable", { retryAfterMs, cause: error })
    : error;
}

function isOfClass(code: string, sqlClass: string): boolean {
  return code.length === 5 && code.startsWith(sqlClass);
}

function causesOf(error: unknown): readonly unknown[] {
  return error instanceof Error ? [error, ...causesOf(error.cause)] : [];
}
