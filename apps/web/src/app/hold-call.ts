import type { CallPlace } from "../features/call/call-place.ts";
import type { Desk } from "../features/desk/desk.ts";

interface HoldDeps {
  readonly desk: Pick<Desk, "state">;
  readonly calls: Pick<CallPlace, "state">;
}

/** The call of a session that is on hold sends nothing, and sends again afterwards. Answers with its end. */
export function holdCall({ desk, calls }: HoldDeps): () => void {
  const follow = () => {
    const place = calls.state.get();
    const { session } = desk.state.get();
    if (place.kind !== "here") return;
    const isOnHold =
      session?.callId === place.callId && session.heldAt !== null;
    place.stay.session.hold(isOnHold);
  };
  const endings = [desk.state.subscribe(follow), calls.state.subscribe(follow)];
  return () => {
    for (const end of endings) end();
  };
}
