import type { Readable } from "@veche/realtime-client";
import type { FocusLock } from "./focus-lock.ts";

export interface TurnDeps {
  readonly leader: { readonly isLeader: Readable<boolean> };
  readonly focus: Pick<FocusLock, "isHere" | "isElsewhere">;
}

/** One window of the browser tells: the one that is worked in, the leading one where none is. */
export const isTurnHere = async ({
  focus,
  leader,
}: TurnDeps): Promise<boolean> =>
  focus.isHere() || (leader.isLeader.get() && !(await focus.isElsewhere()));
