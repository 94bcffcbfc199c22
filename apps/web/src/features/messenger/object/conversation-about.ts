import type {
  Conversation,
  ConversationId,
  ObjectReference,
} from "@veche/contracts";

/** Where an object is talked about, among the conversations one is in. */
export const conversationAbout = (
  conversations: readonly Pick<Conversation, "id" | "object">[],
  { application, type, id }: ObjectReference,
): ConversationId | undefined =>
  conversations.find(
    ({ object }) =>
      object?.id === id &&
      object.type === type &&
      object.application === application,
  )?.id;
