import type { CallInk, CallSnapshot, FloorView } from "@veche/call-client";
import type { PrincipalId } from "@veche/contracts";
import { keepsOrder } from "../group/floor-marks.ts";

/** So many colours there are; the ninth person shares that of the first. */
const colourCount = 8;

/** Who draws over the screens of a call, and what I may. */
export interface Pens {
  readonly ink: CallInk;
  readonly nameOf: (principalId: PrincipalId) => string;
  /** The number of this one's colour: the same on all screens. */
  readonly colourOf: (principalId: PrincipalId) => number;
  readonly meId: PrincipalId | null;
  readonly mayDraw: (ownerId: PrincipalId) => boolean;
  /** May I take away what everybody drew? */
  readonly mayWipeAll: (ownerId: PrincipalId) => boolean;
}

/** The rules are the server's; what it would refuse is not offered. */
export function pensOf(
  ink: CallInk,
  { call, me }: Pick<CallSnapshot, "call" | "me">,
  order: Pick<FloorView, "floor">,
): Pens {
  const people = call?.participants ?? [];
  const meId = me?.principalId ?? null;
  const isMine = (ownerId: PrincipalId) => ownerId === meId;
  const isKept = call?.kind === "group" && keepsOrder(order, me?.principalId);
  const isForEveryone =
    call?.kind === "pair" || order.floor?.drawing === "everyone";
  return {
    ...{ ink, meId },
    nameOf: (id) =>
      people.find(({ principalId }) => principalId === id)?.name ?? "",
    colourOf: (id) => {
      const place = people.findIndex(({ principalId }) => principalId === id);
      return Math.max(0, place) % colourCount;
    },
    mayDraw: (ownerId) =>
      meId !== null && (isMine(ownerId) || isForEveryone || isKept),
    mayWipeAll: (ownerId) => isMine(ownerId) || isKept,
  };
}
