import {
  guestCommands,
  guestNotices,
  type CommandName,
  type Conversation,
  type Notice,
  type TimelineEvent,
} from "@veche/contracts";
import type { GuestPrincipal, Principal } from "../principal.ts";
import type { ListReading, SyncSource } from "./sync-source.ts";

/** What a guest sees of the one log that is theirs. */
export type GuestView = Pick<GuestPrincipal, "conversationId" | "seesAfterSeq">;

export const guestOf = (principal: Principal): GuestView | undefined =>
  principal.kind === "guest" ? principal : undefined;

export const mayCommand = ({ kind }: Principal, name: CommandName): boolean =>
  kind !== "guest" || guestCommands.has(name);

export const mayHear = ({ kind }: Principal, { type }: Notice): boolean =>
  kind !== "guest" || guestNotices.has(type);

/** Guests read their one conversation, of which they see what happened since they came. */
export function syncFor(
  principal: Principal,
  sync: SyncSource,
): Pick<SyncSource, "listOf" | "conversation"> {
  if (principal.kind !== "guest") return sync;
  const own = async (): Promise<Conversation | undefined> => {
    const found = await sync.conversation(
      principal.conversationId,
      principal.id,
    );
    return found && narrowed(found, principal);
  };
  return {
    async listOf(): Promise<ListReading> {
      const conversation = await own();
      return {
        listVersion: "0",
        conversations:
          conversation === undefined
            ? []
            : [{ ...conversation, text: JSON.stringify(conversation) }],
        unchanged: [],
      };
    },
    conversation: (conversationId) =>
      conversationId === principal.conversationId
        ? own()
        : Promise.resolve(undefined),
  };
}

const narrowed = (
  conversation: Conversation,
  { seesAfterSeq }: GuestView,
): Conversation => ({
  ...conversation,
  ...{ about: null, pictureId: null, object: null },
  lastMessage:
    (conversation.lastMessage?.seq ?? 0) > seesAfterSeq &&
    conversation.confidentiality === null
      ? conversation.lastMessage
      : null,
});

/** What is theirs to see; anything else is a place in the log where nothing stands. */
export class GuestSight {
  readonly isOpen = false;
  readonly #seesAfterSeq: number;
  #isConfidential: boolean;

  constructor(
    { seesAfterSeq }: GuestView,
    { confidentiality }: Pick<Conversation, "confidentiality">,
  ) {
    this.#seesAfterSeq = seesAfterSeq;
    this.#isConfidential = confidentiality !== null;
  }

  tell(
    events: readonly TimelineEvent[],
  ): readonly [{ events: readonly TimelineEvent[]; resets: boolean }] {
    const told = events.map((event) => {
      if (event.type === "conversation.settings_changed")
        this.#isConfidential ||= (event.confidentiality ?? null) !== null;
      const isTheirs =
        !this.#isConfidential && isForGuest(event, this.#seesAfterSeq);
      return isTheirs ? event : hollow(event);
    });
    return [{ events: told, resets: false }];
  }
}

/** Whether a guest may see an event of their log: what is said and who comes, since they came themselves. */
export function isForGuest(
  event: TimelineEvent,
  seesAfterSeq: number,
): boolean {
  if (event.seq <= seesAfterSeq) return false;
  switch (event.type) {
    case "message.created":
    case "member.joined":
    case "member.left":
    case "conversation.renamed":
    case "call.started":
    case "call.ended":
      return true;
    case "message.edited":
    case "message.deleted":
    case "reaction.changed":
      return event.messageSeq > seesAfterSeq;
    default:
      return false;
  }
}

/** A receipt of nobody: it keeps the place in the log and says nothing. */
const hollow = ({ seq, at }: TimelineEvent): TimelineEvent => ({
  ...{ type: "receipt.moved", seq, at, actorId: null },
  ...{ deliveredTo: 0, readTo: 0 },
});
