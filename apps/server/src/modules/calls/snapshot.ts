import type { PrincipalId } from "@veche/contracts";
import { createGathering } from "../../platform/gather.ts";
import type { SnapshotSource } from "../../platform/realtime/hub.ts";
import { callViewFor } from "./call-view.ts";
import type { CallPowers } from "./powers.ts";
import { floorNotice } from "./realtime/project-floors.ts";
import { openCallsOf } from "./store/calls.ts";
import { openGroupCalls } from "./use-cases/open-group-calls.ts";

/** The call one is in with its order, and the calls of groups one may come into. */
export function createSnapshot(powers: CallPowers): SnapshotSource {
  const { db } = powers.database;
  const openCallOf = createGathering({
    read: (principalIds: readonly PrincipalId[]) =>
      openCallsOf(db, principalIds),
  });
  return async ({ id }) => {
    const own = await openCallOf(id);
    const others = await openGroupCalls(powers, id);
    const floor = own && (await floorNotice(powers, own, id));
    const calls = [own, ...others.filter((call) => call.id !== own?.id)];
    return [
      ...calls.flatMap((call) =>
        call === undefined
          ? []
          : [{ type: "call.changed", call: callViewFor(call, id) } as const],
      ),
      ...(floor === undefined ? [] : [floor]),
    ];
  };
}
