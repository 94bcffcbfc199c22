import type {
  ConversationId,
  ObjectReference,
  PrincipalId,
} from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { rowsOf, type LentUnit } from "../../../platform/db/statements.ts";
import { appendEntries } from "../store/append-entries.ts";
import { conversationOfObject, writeSettings } from "../store/conversations.ts";
import { lockConversation, type NewMember } from "../store/members.ts";
import { openOnce, type OpeningPowers } from "./open-conversation.ts";

export interface ContextOpening {
  readonly object: ObjectReference;
  readonly title: string;
  /** The application whose object it is. */
  readonly owner: NewMember;
}

/** The conversation about an object: the one there is, or a new one with its application as the only member. */
export async function openContext(
  powers: OpeningPowers,
  unit: LentUnit,
  { object, title, owner }: ContextOpening,
): Promise<{
  readonly conversationId: ConversationId;
  readonly isNew: boolean;
}> {
  const made = await openOnce(powers, unit, {
    kind: "context",
    title,
    members: [owner],
    object,
  });
  if (made !== undefined) return { conversationId: made, isNew: true };
  // Asked twice at once, the second waits for the first and finds its row in this new statement.
  const known = await conversationOfObject(unit.tx, object);
  if (known === undefined) throw new AppError("server.failed");
  return { conversationId: known, isNew: false };
}

export interface Retitling {
  readonly conversationId: ConversationId;
  readonly title: string;
  readonly actorId: PrincipalId;
}

/** Gives a conversation its object's new title, with an entry in the log; the same title changes nothing. */
export async function retitle(
  { clock }: Pick<OpeningPowers, "clock">,
  unit: LentUnit,
  { conversationId, title, actorId }: Retitling,
): Promise<void> {
  await lockConversation(unit, conversationId);
  const [changed] = await rowsOf(
    unit.tx,
    `SELECT 1 FROM conversations WHERE id = $1 AND title IS DISTINCT FROM $2`,
    [conversationId, title],
  );
  if (changed === undefined) return;
  await writeSettings(unit, conversationId, { title });
  await appendEntries(
    unit,
    [
      {
        conversationId,
        event: { type: "conversation.renamed", actorId, title },
      },
    ],
    { at: clock.now() },
  );
}
