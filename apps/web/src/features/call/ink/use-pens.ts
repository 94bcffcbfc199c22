import { useStore } from "../../../platform/store/use-store.ts";
import type { Stay } from "../call-place-state.ts";
import { pensOf, type Pens } from "./pens.ts";

/** Who draws over the screens of this stay's call, as it is now. */
export function usePens({ ink, session, floor }: Stay): Pens {
  const snapshot = useStore(session.snapshot);
  const order = useStore(floor.state);
  return pensOf(ink, snapshot, order);
}
