import type {
  Conversation,
  conversationEndpoints,
  UserId,
} from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { Database } from "../../../platform/db/database.ts";
import type { RouteContext } from "../../../platform/http/route.ts";
import { tidyTitle } from "../domain/title.ts";
import { conversationView } from "../store/conversation-views.ts";
import type { ChatsTables } from "../store/tables.ts";
import type { UserDirectory } from "../user-directory.port.ts";
import { openConversation, type OpeningPowers } from "./open-conversation.ts";

export interface CreateGroupPowers extends OpeningPowers {
  readonly database: Database<ChatsTables>;
  readonly users: UserDirectory;
}

type CreateGroupContext = Pick<
  RouteContext<typeof conversationEndpoints.createGroup>,
  "principal" | "actor" | "body"
>;

/** Opens a group of enabled users, the creator its owner. Refuses a blank title and anybody unknown or disabled. */
export async function createGroup(
  powers: CreateGroupPowers,
  { principal, actor, body }: CreateGroupContext,
): Promise<Conversation> {
  const title = tidyTitle(body.title);
  if (title === undefined) {
    throw new AppError("request.invalid", {
      issues: [{ path: "/title", message: "must not be blank" }],
    });
  }
  const guestIds = body.memberIds.filter((id) => id !== principal.id);
  const guests = await enabledUsers(powers.users, guestIds);

  const conversationId = await powers.database.transact(actor, async (unit) => {
    const opened = await openConversation(powers, unit, {
      kind: "group",
      title,
      members: [
        {
          principalId: principal.id,
          kind: "user",
          name: principal.name,
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
    principal.id,
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
