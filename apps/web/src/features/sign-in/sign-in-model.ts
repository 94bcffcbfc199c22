import { RestFailure } from "../../platform/rest/rest-failure.ts";

/** Where the sign-in form stands. */
export type SignInState =
  | { readonly kind: "ready" }
  | { readonly kind: "checking" }
  | { readonly kind: "refused"; readonly failure: unknown }
  /** No try is worth making before `until` (wall time, ms). */
  | { readonly kind: "locked"; readonly until: number };

const usualLockMs = 30_000;

/** What a failed try leads to. */
export function afterFailure(failure: unknown, nowMs: number): SignInState {
  const isLock =
    failure instanceof RestFailure &&
    (failure.code === "auth.locked" || failure.code === "request.rate_limited");
  return isLock
    ? { kind: "locked", until: nowMs + (failure.retryAfterMs ?? usualLockMs) }
    : { kind: "refused", failure };
}

/** Seconds left of a lock-out, counted up so that "0" is never shown while it lasts. */
export const lockedSeconds = (state: SignInState, nowMs: number): number =>
  state.kind === "locked"
    ? Math.max(0, Math.ceil((state.until - nowMs) / 1000))
    : 0;
