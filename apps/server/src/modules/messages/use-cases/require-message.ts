import {
  isOpenOn,
  type ConversationId,
  type MessageCreated,
  type MessageId,
} from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { Db } from "../../../platform/db/database.ts";
import { placeKey, type Chats, type Reader } from "../../chats/index.ts";
import { findPlaces } from "../store/messages.ts";
import type { MessagesTables } from "../store/tables.ts";

export interface RequireMessageDeps {
  readonly db: Db<MessagesTables>;
  readonly chats: Pick<Chats, "readEvents" | "profile">;
}

export interface NamedMessage {
  readonly conversationId: ConversationId;
  readonly messageId: MessageId;
}

interface Required {
  readonly message: MessageCreated;
  readonly authorName: string;
  readonly profile: NonNullable<Awaited<ReturnType<Chats["profile"]>>>;
}

/**
 * A message as it stands and where. Refuses `message.not_found` to whoever may not read it,
 * `conversation.device_refused` where it doesn't open.
 */
export async function requireMessage(
  { db, chats }: RequireMessageDeps,
  reader: Reader,
  { conversationId, messageId }: NamedMessage,
): Promise<Required> {
  const place = (await findPlaces(db, [messageId])).get(messageId);
  if (place?.conversationId !== conversationId)
    throw new AppError("message.not_found");
  const [events, profile] = await Promise.all([
    chats.readEvents(reader, [place]),
    chats.profile(conversationId),
  ]);
  const found = events.get(placeKey(place));
  if (!isOpenOn(profile?.confidentiality ?? null, reader.device ?? null))
    throw new AppError("conversation.device_refused");
  if (found?.event.type !== "message.created" || profile === undefined)
    throw new AppError("message.not_found");
  return { message: found.event, authorName: found.actorName ?? "", profile };
}
