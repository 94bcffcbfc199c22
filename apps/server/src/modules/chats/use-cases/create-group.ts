import type { Actor, Conversation, UserId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { Database } from "../../../platform/db/database.ts";
import { oneLine } from "../../../platform/one-line.ts";
import { conversationView } from "../store/conversation-views.ts";
import type { ChatsTables } from "../store/tables.ts";
import type { UserDirectory } from "../user-directory.port.ts";
import { openConversation, type OpeningPowers } from "./open-conversation.ts";

export interface CreateGroupPowers extends OpeningPowers {
  readonly database: Database<ChatsTables>;
  readonly users: UserDirectory;
}

export interface NewGroup {
  readonly actor: Actor;
  readonly owner: { readonly id: UserId; readonly name: string };
  readonly title: string;
  readonly memberIds: readonly UserId[];
}

/** Opens a group of enabled users. Refuses a blank title and anybody unknown or disabled. */
export async function createGroup(
  powers: CreateGroupPowers,
  { actor, owner, title: typedTitle, memberIds }: NewGroup,
): Promise<Conversation> {
  const title = oneLine(typedTitle);
  if (title === "") {
    throw new AppError("request.invalid", {
      issues: [{ path: "/title", message: "must not be blank" }],
    });
  }
  const guestIds = memberIds.filter((id) => id !== owner.id);
  const guests = await enabledUsers(powers.users, guestIds);

  const conversationId = await powers.database.transact(actor, async (unit) => {
    const opened = await openConversation(powers, unit, {
      kind: "group",
      title,
      members: [
        {
          principalId: owner.id,
          kind: "user",
          name: owner.name,
          role: "owner",
        },
        ...guests.map(
          ({ id, name }) =>
            ({ principalId: id, kind: "user", name, role: "member" }) as const,
        ),
      ],
    });
    unit.happened({ type: "group.created", conversationId: opened });
    return opened;
  });

  const view = await conversationView(
    powers.database.db,
    conversationId,
    owner.id,
  );
  if (view === undefined) throw new AppError("conversation.not_found");
  return view.conversation;
}

async function enabledUsers(users: UserDirectory, ids: readonly UserId[]) {
  const found = new Map((await users.many(ids)).map((user) => [user.id, user]));
  return ids.map((id) => {
    const user = found.get(id);
    if (user?.disabledAt !== null) throw new AppError("request.not_found");
    return user;
  });
}
