import type { ConversationId, MessageId, PrincipalId } from "@veche/contracts";
import { rowsInPages } from "../../../platform/db/rows-in-pages.ts";
import {
  rowsOf,
  type StatementRunner,
} from "../../../platform/db/statements.ts";
import { placeKey, type Chats } from "../../chats/index.ts";

interface OwnMessage {
  readonly id: MessageId;
  readonly conversationId: ConversationId;
  readonly seq: number;
}

/**
 * Everything a person wrote, as it stands now. Of confidential conversations only that they wrote there: nothing
 * leaves these, a copy of one's own data included (C9).
 */
export async function* tellWords(
  {
    db,
    chats,
  }: {
    readonly db: StatementRunner;
    readonly chats: Pick<Chats, "profile" | "batch">;
  },
  principalId: PrincipalId,
): AsyncIterable<unknown> {
  const open = new Map<ConversationId, boolean>();
  const isOpen = async (id: ConversationId): Promise<boolean> => {
    const known =
      open.get(id) ?? (await chats.profile(id))?.confidentiality === null;
    open.set(id, known);
    return known;
  };
  const rows = rowsInPages<OwnMessage>(
    db,
    `SELECT id, conversation_id AS "conversationId", seq FROM messages
     WHERE author_id = $1 AND ($2::uuid IS NULL OR id > $2::uuid) ORDER BY id LIMIT $3`,
    principalId,
  );
  for await (const place of rows) {
    const { conversationId } = place;
    if (!(await isOpen(conversationId))) {
      yield { conversationId, isConfidential: true };
      continue;
    }
    const found = (await chats.batch.eventsAt(db, [place])).get(
      placeKey(place),
    );
    if (found?.event.type !== "message.created") continue;
    const { type: _type, actorId: _me, seq: _seq, ...message } = found.event;
    yield { conversationId, ...message };
  }
}

const notes = [
  `SELECT 'saved' AS kind, message_id AS "messageId", saved_at AS "savedAt"
   FROM saved_messages WHERE principal_id = $1 ORDER BY saved_at`,
  `SELECT 'reminder' AS kind, message_id AS "messageId", remind_at AS "remindAt"
   FROM reminders WHERE principal_id = $1 ORDER BY remind_at`,
  `SELECT 'scheduled' AS kind, conversation_id AS "conversationId", body, send_at AS "sendAt"
   FROM scheduled_messages WHERE author_id = $1 ORDER BY send_at`,
] as const;

/** What a person kept for themself. */
export async function* tellNotes(
  db: StatementRunner,
  principalId: PrincipalId,
): AsyncIterable<unknown> {
  for (const statement of notes)
    yield* await rowsOf(db, statement, [principalId]);
}
