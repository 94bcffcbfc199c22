import type {
  CallId,
  ConversationId,
  DrawingRight,
  PrincipalId,
  SilencedSource,
} from "@veche/contracts";

export interface RaisedHand {
  readonly principalId: PrincipalId;
  readonly raisedAt: string;
}

export interface Silence {
  readonly principalId: PrincipalId;
  readonly sources: readonly SilencedSource[];
}

/** The order of a call of a group. */
export interface FloorRecord {
  readonly callId: CallId;
  readonly conversationId: ConversationId;
  readonly isLocked: boolean;
  readonly hasLobby: boolean;
  readonly drawing: DrawingRight;
  readonly spotlightId: PrincipalId | null;
  /** In the order in which they were raised. */
  readonly hands: readonly RaisedHand[];
  readonly silences: readonly Silence[];
  readonly revision: number;
}

/** As it is before anybody changed it. */
export const firstFloor = ({
  id,
  conversationId,
}: {
  readonly id: CallId;
  readonly conversationId: ConversationId;
}): FloorRecord => ({
  callId: id,
  conversationId,
  isLocked: false,
  hasLobby: false,
  drawing: "everyone",
  spotlightId: null,
  hands: [],
  silences: [],
  revision: 0,
});

/** A hand that is up already keeps its place. */
export function raiseHand(
  floor: FloorRecord,
  principalId: PrincipalId,
  now: Date,
): FloorRecord {
  if (floor.hands.some((hand) => hand.principalId === principalId))
    return floor;
  const hand = { principalId, raisedAt: now.toISOString() };
  return { ...floor, hands: [...floor.hands, hand] };
}

export const lowerHand = (
  floor: FloorRecord,
  principalId: PrincipalId | null,
): FloorRecord => ({
  ...floor,
  hands: floor.hands.filter(
    (hand) => principalId !== null && hand.principalId !== principalId,
  ),
});

/** These people are to put these sources out. It stands until they did. */
export function silence(
  floor: FloorRecord,
  principalIds: readonly PrincipalId[],
  sources: readonly SilencedSource[],
): FloorRecord {
  const silences = principalIds.map((principalId): Silence => {
    const known = floor.silences.find((one) => one.principalId === principalId);
    return {
      principalId,
      sources: [...new Set([...(known?.sources ?? []), ...sources])],
    };
  });
  const others = floor.silences.filter(
    (one) => !principalIds.includes(one.principalId),
  );
  return { ...floor, silences: [...others, ...silences] };
}

/** They did what they were told to. */
export const silenced = (
  floor: FloorRecord,
  principalId: PrincipalId,
  sources: readonly SilencedSource[],
): FloorRecord => ({
  ...floor,
  silences: floor.silences.flatMap((one) => {
    if (one.principalId !== principalId) return [one];
    const rest = one.sources.filter((source) => !sources.includes(source));
    return rest.length === 0 ? [] : [{ ...one, sources: rest }];
  }),
});

/** Whoever is gone asks for no word, is shown to nobody and has nothing to put out. */
export function withoutAbsent(
  floor: FloorRecord,
  presentIds: readonly PrincipalId[],
): FloorRecord {
  const isHere = (id: PrincipalId) => presentIds.includes(id);
  const { spotlightId } = floor;
  return {
    ...floor,
    hands: floor.hands.filter((hand) => isHere(hand.principalId)),
    silences: floor.silences.filter((one) => isHere(one.principalId)),
    spotlightId:
      spotlightId === null || isHere(spotlightId) ? spotlightId : null,
  };
}
