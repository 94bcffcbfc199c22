import type { FloorView, ShownReaction } from "@veche/call-client";
import type { PrincipalId } from "@veche/contracts";

/** What a call's order says of one of its people. */
export interface FloorMarks {
  /** Their place among the raised hands, from 1; null: theirs is down. */
  readonly handPlace: number | null;
  readonly reaction: ShownReaction | null;
  /** Shown large to all. */
  readonly isSpotlit: boolean;
  /** Told to put the microphone out, and has not done it yet. */
  readonly isBeingMuted: boolean;
}

export function marksOf(
  { floor, reactions }: Pick<FloorView, "floor" | "reactions">,
  principalId: PrincipalId,
): FloorMarks {
  const ofThem = (one: { readonly principalId: PrincipalId }) =>
    one.principalId === principalId;
  const place = floor?.hands.findIndex(ofThem) ?? -1;
  return {
    handPlace: place < 0 ? null : place + 1,
    reaction: reactions.find(ofThem) ?? null,
    isSpotlit: floor?.spotlightId === principalId,
    isBeingMuted:
      floor?.silences.some(
        (one) => ofThem(one) && one.sources.includes("microphone"),
      ) ?? false,
  };
}

/** Does this one keep order in the call? */
export const keepsOrder = (
  { floor }: Pick<FloorView, "floor">,
  principalId: PrincipalId | undefined,
): boolean => floor?.moderatorIds.some((one) => one === principalId) ?? false;

/** May this one show a screen in the call? Nobody is kept from it before the order is told. */
export const mayShowScreen = (
  { floor }: Pick<FloorView, "floor">,
  principalId: PrincipalId | undefined,
): boolean => {
  const presenterIds = floor?.presenterIds ?? null;
  return (
    presenterIds === null || presenterIds.some((one) => one === principalId)
  );
};

/** Those who ask for the word first, in the order in which they asked; the others as they were. */
export function byHands<Person extends { readonly principalId: PrincipalId }>(
  people: readonly Person[],
  order: Pick<FloorView, "floor" | "reactions">,
): Person[] {
  const place = ({ principalId }: Person) =>
    marksOf(order, principalId).handPlace ?? Number.POSITIVE_INFINITY;
  return [...people].sort((one, other) => {
    const [first, second] = [place(one), place(other)];
    return first === second ? 0 : first - second;
  });
}

/** Those in whose name these words stand, in any case. */
export function named<Person extends { readonly name: string }>(
  people: readonly Person[],
  words: string,
): readonly Person[] {
  const sought = words.trim().toLocaleLowerCase();
  return people.filter(({ name }) => name.toLocaleLowerCase().includes(sought));
}
