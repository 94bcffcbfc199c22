import type { PrincipalId } from "@veche/contracts";
import type { Hub } from "../../../platform/realtime/hub.ts";
import type { Principal } from "../../../platform/principal.ts";
import { may } from "../../identity/index.ts";

/** Whom the queue and the operators' states are shown to. Learnt from their connects; a role change reconnects. */
export interface StaffOnLine {
  note(principal: Principal): void;
  /** Everybody who sees the board. */
  boardWatchers(): readonly PrincipalId[];
  /** Those who see every operator's state. */
  supervising(): readonly PrincipalId[];
}

export function createStaffOnLine(hub: Pick<Hub, "isConnected">): StaffOnLine {
  const staff = new Map<PrincipalId, { readonly isSupervising: boolean }>();
  const present = (): readonly (readonly [
    PrincipalId,
    { readonly isSupervising: boolean },
  ])[] => {
    for (const id of staff.keys()) if (!hub.isConnected(id)) staff.delete(id);
    return [...staff];
  };
  return {
    note(principal) {
      if (
        may(principal, "requests.serve") ||
        may(principal, "requests.see_all")
      ) {
        staff.set(principal.id, {
          isSupervising: may(principal, "operators.see"),
        });
      } else {
        staff.delete(principal.id);
      }
    },
    boardWatchers: () => present().map(([id]) => id),
    supervising: () =>
      present().flatMap(([id, one]) => (one.isSupervising ? [id] : [])),
  };
}
