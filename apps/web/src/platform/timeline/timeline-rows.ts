import type {
  ClientId,
  Member,
  PrincipalId,
  TimelineEvent,
  TimelineEventOf,
} from "@veche/contracts";
import type { OutboxMessage } from "@veche/realtime-client";
import type { Delivery } from "./delivery.ts";

export interface MessageRow {
  readonly kind: "message";
  readonly key: string;
  readonly isOfCustomer: boolean;
  readonly authorName: string;
  readonly body: string;
  /** ISO, or ms for what has not left yet. */
  readonly at: string | number;
  /** Null for the customer's own messages. */
  readonly delivery: Delivery | null;
  /** The author's id of a message that has not arrived: to send it again or to drop it. */
  readonly unsentId: ClientId | null;
  /** Follows a message of the same author closely: drawn without the name. */
  readonly isContinued: boolean;
}

/** What is told in a line of its own. */
type NoteEvent = TimelineEventOf<
  | "request.created"
  | "request.accepted"
  | "request.transferring"
  | "request.ended"
  | "request.rated"
  | "call.started"
  | "call.ended"
  | "recording.started"
  | "recording.ended"
>;

export interface NoteRow {
  readonly kind: "note";
  readonly key: string;
  readonly isOfCustomer: boolean;
  readonly at: string;
  readonly event: NoteEvent;
}

export type TimelineRow = MessageRow | NoteRow;

export interface TimelineSource {
  readonly events: readonly TimelineEvent[];
  readonly members: readonly Member[];
  readonly customerId: PrincipalId;
  /** Messages of mine on their way; none when the log is only looked at. */
  readonly unsent?: readonly OutboxMessage[];
}

const continuedWithinMs = 180_000;

function namesOf({
  events,
  members,
}: TimelineSource): ReadonlyMap<PrincipalId, string> {
  const names = new Map<PrincipalId, string>();
  for (const event of events) {
    if (event.type === "member.joined")
      names.set(event.member.principalId, event.member.name);
    if (event.type === "member.left") names.set(event.principalId, event.name);
  }
  for (const { principalId, name } of members) names.set(principalId, name);
  return names;
}

/** The furthest any other member has come with my message. */
function deliveryOf(
  seq: number,
  author: PrincipalId,
  members: readonly Member[],
): Delivery {
  const others = members.filter(({ principalId }) => principalId !== author);
  if (others.some(({ readTo }) => readTo >= seq)) return { kind: "read" };
  return {
    kind: others.some(({ deliveredTo }) => deliveredTo >= seq)
      ? "delivered"
      : "sent",
  };
}

function unsentRow({
  clientId,
  body,
  writtenAt,
  state,
}: OutboxMessage): MessageRow {
  const delivery: Delivery =
    state.kind === "refused"
      ? state
      : { kind: state.kind === "sent" ? "sent" : "waiting" };
  return {
    kind: "message",
    key: clientId,
    isOfCustomer: false,
    authorName: "",
    body,
    at: writtenAt,
    delivery,
    unsentId: clientId,
    isContinued: true,
  };
}

function follows(previous: TimelineRow | undefined, row: MessageRow): boolean {
  if (previous?.kind !== "message" || previous.authorName !== row.authorName)
    return false;
  return (
    new Date(row.at).getTime() - new Date(previous.at).getTime() <
    continuedWithinMs
  );
}

/** Coming and going of members is told by the requests they come and go with. */
const isNote = (event: TimelineEvent): event is NoteEvent =>
  ["request.", "call.", "recording."].some((kind) =>
    event.type.startsWith(kind),
  );

/** What a conversation's log looks like to the staff: messages and notes in order, then what is still on its way. */
export function timelineRows(source: TimelineSource): readonly TimelineRow[] {
  const { events, members, customerId, unsent = [] } = source;
  const names = namesOf(source);
  const rows: TimelineRow[] = [];
  for (const event of events) {
    if (isNote(event)) {
      rows.push({
        kind: "note",
        key: String(event.seq),
        isOfCustomer: event.actorId === customerId,
        at: event.at,
        event,
      });
    }
    if (event.type !== "message.created") continue;
    const { actorId } = event;
    const isOfCustomer = actorId === customerId;
    const row: MessageRow = {
      kind: "message",
      // The same key as while it was unsent, so that it does not blink when it arrives.
      key: event.clientId,
      isOfCustomer,
      authorName: (actorId === null ? undefined : names.get(actorId)) ?? "",
      body: event.body,
      at: event.at,
      delivery:
        isOfCustomer || actorId === null
          ? null
          : deliveryOf(event.seq, actorId, members),
      unsentId: null,
      isContinued: false,
    };
    rows.push({ ...row, isContinued: follows(rows.at(-1), row) });
  }
  const arrived = new Set(rows.map(({ key }) => key));
  return [
    ...rows,
    ...unsent.filter(({ clientId }) => !arrived.has(clientId)).map(unsentRow),
  ];
}
