import type { Call, PrincipalId } from "@veche/contracts";
import { createStore, type Readable } from "@veche/realtime-client";

export interface CallList {
  /** The call of this customer that goes on or rings now. */
  readonly current: Readable<Call | null>;
  readonly changed: (call: Call) => void;
  /** The line is being resumed: whatever the server does not name before `settle` ended meanwhile. */
  readonly doubt: () => void;
  readonly settle: () => void;
  readonly clear: () => void;
}

/** Is this customer called, has a seat or may take one again? */
function concerns(call: Call, me: PrincipalId): boolean {
  return (
    call.state !== "ended" &&
    call.participants.some(
      ({ principalId, state }) => principalId === me && state !== "left",
    )
  );
}

export function createCallList(me: () => PrincipalId | null): CallList {
  const current = createStore<Call | null>(null);
  const revisions = new Map<string, number>();
  let isDoubted = false;
  return {
    current,
    changed(call) {
      if (call.revision <= (revisions.get(call.id) ?? 0) && !isDoubted) return;
      revisions.set(call.id, call.revision);
      const principal = me();
      const held = current.get();
      if (principal !== null && concerns(call, principal)) {
        isDoubted = false;
        current.set(call);
      } else if (held?.id === call.id) current.set(null);
    },
    doubt() {
      isDoubted = true;
    },
    settle() {
      if (isDoubted) current.set(null);
      isDoubted = false;
    },
    clear() {
      revisions.clear();
      isDoubted = false;
      current.set(null);
    },
  };
}
