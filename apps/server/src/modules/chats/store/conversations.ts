import type {
  ClientId,
  Conversation,
  ConversationId,
  ObjectReference,
  PrincipalId,
  UserId,
} from "@veche/contracts";
import {
  type LentUnit,
  type StatementRunner,
  rowsOf,
  sendOff,
} from "../../../platform/db/statements.ts";

/** The conversation that was made under this client id, if one was. */
export async function createdAs(
  unit: LentUnit,
  creation: { readonly createdBy: PrincipalId; readonly clientId: ClientId },
): Promise<ConversationId | undefined> {
  const [row] = await rowsOf<{ id: ConversationId }>(
    unit.tx,
    `SELECT id FROM conversations WHERE created_by = $1 AND client_id = $2 AND deleted_at IS NULL`,
    [creation.createdBy, creation.clientId],
  );
  return row?.id;
}

/** The conversation of these two, if they have one. */
export async function conversationOfPair(
  runner: StatementRunner,
  [one, other]: readonly [UserId, UserId],
): Promise<ConversationId | undefined> {
  const [row] = await rowsOf<{ id: ConversationId }>(
    runner,
    `SELECT id FROM conversations WHERE direct_one = $1 AND direct_other = $2`,
    [one, other],
  );
  return row?.id;
}

/** The conversation about this object, if there is one. */
export async function conversationOfObject(
  runner: StatementRunner,
  { application, type, id }: ObjectReference,
): Promise<ConversationId | undefined> {
  const [row] = await rowsOf<{ id: ConversationId }>(
    runner,
    `SELECT id FROM conversations
     WHERE object_application = $1 AND object_type = $2 AND object_id = $3`,
    [application, type, id],
  );
  return row?.id;
}

/** What can be said anew of a conversation; what isn't named stays. */
export type Settings = Partial<
  Pick<
    Conversation,
    "title" | "about" | "pictureId" | "access" | "posting" | "confidentiality"
  >
>;

const columns = {
  title: "title",
  about: "about",
  pictureId: "picture_id",
  access: "access",
  posting: "posting",
  confidentiality: "confidentiality",
} as const satisfies Record<keyof Settings, string>;

export async function writeSettings(
  unit: LentUnit,
  conversationId: ConversationId,
  settings: Settings,
): Promise<void> {
  // Object.keys forgets the key type; the settings are a closed object of the contract.
  const named = Object.keys(settings) as (keyof Settings)[];
  if (named.length === 0) return;
  const sets = named.map((name, index) => `${columns[name]} = $${index + 2}`);
  // Of what is confidential no list shows a word.
  if ((settings.confidentiality ?? null) !== null)
    sets.push(`last_message = last_message || '{"excerpt": ""}'`);
  await sendOff(
    unit,
    `UPDATE conversations SET ${sets.join(", ")} WHERE id = $1`,
    [conversationId, ...named.map((name) => settings[name])],
  );
}

/** Nobody is in it from now on, and nothing of what was said is left. Answers with who was. */
export async function eraseConversation(
  unit: LentUnit,
  conversationId: ConversationId,
  at: Date,
): Promise<readonly PrincipalId[]> {
  const instant = at.toISOString();
  await sendOff(
    unit,
    `UPDATE conversations SET deleted_at = $2, title = NULL, about = NULL, picture_id = NULL, last_message = NULL,
       member_count = 0
     WHERE id = $1`,
    [conversationId, instant],
  );
  await sendOff(
    unit,
    `DELETE FROM conversation_events WHERE conversation_id = $1`,
    [conversationId],
  );
  await sendOff(unit, `DELETE FROM mentions WHERE conversation_id = $1`, [
    conversationId,
  ]);
  const rows = await rowsOf<{ principalId: PrincipalId }>(
    unit.tx,
    `UPDATE members SET left_at = $2, draft = NULL
     WHERE conversation_id = $1 AND left_at IS NULL RETURNING principal_id AS "principalId"`,
    [conversationId, instant],
  );
  return rows.map((row) => row.principalId);
}
