import { AppError } from "../app-error.ts";

/**
 * Why a transaction failed, as far as the caller must act on it: `outage` the database cannot serve anybody now ·
 * `integrity` the data refused this very change · `other` a fault of ours.
 */
export type DatabaseFailure = "outage" | "integrity" | "other";

/** Socket faults of the driver, which carry no SQLSTATE. */
const lostConnection = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ENOENT",
  "ENOTFOUND",
  "EAI_AGAIN",
]);

/** 57014 is the statement timeout, 55P03 the lock timeout: somebody else holds what is needed for too long. */
const outageStates = new Set(["57014", "55P03"]);

/** Connection lost, resources exhausted (disk, memory, connections), shut down, system error. */
const outageClasses = new Set(["08", "53", "58"]);

export function databaseFailure(error: unknown): DatabaseFailure {
  if (error instanceof AppError) {
    return error.code === "server.unavailable" ? "outage" : "other";
  }
  if (!(error instanceof Error)) return "other";
  const code =
    "code" in error && typeof error.code === "string" ? error.code : "";
  if (lostConnection.has(code) || outageStates.has(code)) return "outage";
  const stateClass = code.length === 5 ? code.slice(0, 2) : "";
  if (stateClass === "23") return "integrity";
  if (outageClasses.has(stateClass) || code.startsWith("57P")) return "outage";
  // The driver's own words when a pooled connection ends or none comes free; it gives these no code.
  return /connection terminated|timeout exceeded when trying to connect|not queryable|client was closed/i.test(
    error.message,
  )
    ? "outage"
    : "other";
}
