import type { ClientId, ErrorCode, PrincipalId } from "@veche/contracts";
import type { RefusedCode } from "../face.ts";
import type { Events, Opened } from "./ask.ts";
import { logAfter, type Log } from "./log.ts";

/** Written here and not yet heard back. */
export interface Outgoing {
  readonly clientId: ClientId;
  readonly body: string;
  /** Why the server would not have it; null while it is on its way. */
  readonly refused: ErrorCode | null;
}

export interface OpenState {
  readonly kind: "open";
  readonly opened: Opened;
  readonly log: Log;
  readonly outgoing: readonly Outgoing[];
  /** Messages of others after what was read. */
  readonly unreadCount: number;
  readonly isAway: boolean;
}

export type EmbedState =
  | { readonly kind: "opening"; readonly isAway: boolean }
  | {
      readonly kind: "refused";
      readonly code: RefusedCode;
      /** What stood on the screen, unsent messages included: trying again goes on with it. */
      readonly before: OpenState | null;
    }
  | OpenState;

const shownEvents = 300;

/** Just opened: what was there before goes on where it was. */
export function openedAfter(
  before: OpenState | null,
  opened: Opened,
): OpenState {
  const { headSeq, unreadCount } = opened.conversation;
  if (before !== null) return { ...before, opened, unreadCount, isAway: false };
  return {
    kind: "open",
    opened,
    log: { entries: [], seq: Math.max(0, headSeq - shownEvents) },
    outgoing: [],
    unreadCount,
    isAway: false,
  };
}

/** Takes what happened: a message of mine that came back waits no more. */
export function withEvents(
  open: OpenState,
  { items }: Pick<Events, "items">,
): OpenState {
  const heard = new Set(
    items.flatMap((event) =>
      event.type === "message.created" ? [event.clientId] : [],
    ),
  );
  return {
    ...open,
    log: logAfter(open.log, items),
    outgoing: open.outgoing.filter(({ clientId }) => !heard.has(clientId)),
    unreadCount: items.reduce(unreadAfter(open), open.unreadCount),
    isAway: false,
  };
}

const unreadAfter =
  ({ opened, log }: OpenState) =>
  (count: number, event: Events["items"][number]): number => {
    const myId: PrincipalId = opened.me.id;
    // Those up to the head at the opening are in the server's own count.
    if (event.seq <= Math.max(log.seq, opened.conversation.headSeq))
      return count;
    if (event.type === "message.created" && event.actorId !== myId)
      return count + 1;
    // Read on another device of mine, up to before this very event.
    return event.type === "receipt.moved" &&
      event.actorId === myId &&
      event.readTo >= log.seq
      ? 0
      : count;
  };

/** Acknowledged or given up. */
export const withoutOutgoing = (
  open: OpenState,
  clientId: ClientId,
): OpenState => ({
  ...open,
  outgoing: open.outgoing.filter((one) => one.clientId !== clientId),
});

/** Refused with a reason, or (null) on its way again. */
export const withRefused = (
  open: OpenState,
  clientId: ClientId,
  refused: ErrorCode | null,
): OpenState => ({
  ...open,
  outgoing: open.outgoing.map((one) =>
    one.clientId === clientId ? { ...one, refused } : one,
  ),
});
