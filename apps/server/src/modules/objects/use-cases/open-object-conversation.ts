import type { Actor, ConversationId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { LentUnit } from "../../../platform/db/statements.ts";
import type { ApplicationPrincipal } from "../../../platform/principal.ts";
import type { ObjectsDeps } from "../objects-deps.ts";
import { insertContext } from "../store/contexts.ts";
import { findObject, type ObjectName } from "../store/objects.ts";
import type { MatchedUser } from "../user-matcher.port.ts";

type Powers = Pick<ObjectsDeps, "database" | "chats">;

export interface Opening {
  readonly application: ApplicationPrincipal;
  readonly object: ObjectName;
  /** Let in, where they aren't in it yet. */
  readonly users: readonly MatchedUser[];
}

/** The conversation about an object, with these users in it. Refuses `object.not_found`. */
export async function openObjectConversation(
  { database, chats }: Powers,
  actor: Actor,
  { application, object, users }: Opening,
): Promise<ConversationId> {
  const known = await findObject(database.db, application.id, object);
  if (known === undefined) throw new AppError("object.not_found");
  return database.transact(actor, async (unit) => {
    const { conversationId, isNew } = await chats.openContext(unit, {
      object: { application: application.key, ...object },
      title: known.title,
      owner: {
        principalId: application.id,
        kind: "application",
        name: application.name,
        role: "owner",
      },
    });
    await insertContext(unit.tx, {
      conversationId,
      applicationId: application.id,
      type: object.type,
      objectId: object.id,
    });
    if (isNew)
      unit.happened({
        type: "context.opened",
        applicationId: application.id,
        conversationId,
      });
    await letIn({ chats }, unit, {
      application,
      conversationId,
      users,
      role: "member",
    });
    return conversationId;
  });
}

export interface Admission {
  readonly application: Pick<ApplicationPrincipal, "id">;
  readonly conversationId: ConversationId;
  readonly users: readonly MatchedUser[];
  readonly role: "admin" | "member" | "read_only";
}

/** In the order of ids, as everybody who adds several. Who is in stays as they are. */
export async function letIn(
  { chats }: Pick<ObjectsDeps, "chats">,
  unit: LentUnit,
  { application, conversationId, users, role }: Admission,
): Promise<void> {
  for (const { id, name } of users)
    await chats.addMember(unit, {
      conversationId,
      member: { principalId: id, kind: "user", name, role },
      actorId: application.id,
    });
}
