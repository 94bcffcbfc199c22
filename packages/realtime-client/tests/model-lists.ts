import type {
  Conversation,
  ConversationId,
  ListedConversation,
  PrincipalId,
} from "@veche/contracts";

/** A conversation as it was told, word for word. */
interface Words {
  readonly view: string;
  readonly memberIds: readonly PrincipalId[];
  readonly members: readonly string[];
}

type ToldList = ReadonlyMap<ConversationId, Words>;

/** Remembers every list that was told, and tells the next one by what is another word in it. */
export class ModelLists {
  /** What a mistaken server supposes that a device with a list holds: a conversation as it stands, or its members. */
  readonly supposed = new Map<ConversationId, "as it stands" | "its members">();
  readonly #told: ToldList[] = [];

  since(
    heldVersion: string | undefined,
    present: readonly Conversation[],
  ): {
    readonly listVersion: string;
    readonly listed: readonly ListedConversation[];
    readonly unchanged: ConversationId[];
  } {
    const held = this.#told[Number(heldVersion)];
    const listed: ListedConversation[] = [];
    const unchanged: ConversationId[] = [];
    for (const conversation of present) {
      const before = held?.get(conversation.id);
      const after = wordsOf(conversation);
      const supposed = held && this.supposed.get(conversation.id);
      if (supposed === "as it stands") unchanged.push(conversation.id);
      else if (supposed === "its members") {
        const { members: _, ...rest } = conversation;
        listed.push(rest);
      } else if (before === undefined || hasLost(before, after))
        listed.push(conversation);
      else if (isSame(before, after)) unchanged.push(conversation.id);
      else {
        const { members, ...rest } = conversation;
        const changedMembers = members.filter(
          (member) => !before.members.includes(JSON.stringify(member)),
        );
        listed.push({ ...rest, changedMembers });
      }
    }
    this.#told.push(new Map(present.map((one) => [one.id, wordsOf(one)])));
    return { listVersion: String(this.#told.length - 1), listed, unchanged };
  }
}

const wordsOf = ({ members, ...view }: Conversation): Words => ({
  view: JSON.stringify(view),
  memberIds: members.map(({ principalId }) => principalId),
  members: members.map((member) => JSON.stringify(member)),
});

const isSame = (before: Words, after: Words): boolean =>
  JSON.stringify(before) === JSON.stringify(after);

const hasLost = (before: Words, { memberIds }: Words): boolean =>
  before.memberIds.some((id) => !memberIds.includes(id));
