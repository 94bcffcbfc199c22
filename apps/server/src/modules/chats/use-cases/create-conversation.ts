import type { CommandParams, Conversation, Actor } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { CommandHandler } from "../../../platform/realtime/command.ts";
import type { UserPrincipal } from "../../../platform/principal.ts";
import { oneLine } from "../../../platform/one-line.ts";
import { asUser, seenBy, type ChatPowers } from "../chat-powers.ts";
import { createdAs } from "../store/conversations.ts";
import { enabledUsers } from "./enabled-users.ts";
import { openOnce } from "./open-conversation.ts";

export interface NewConversation extends Readonly<
  CommandParams<"conversation.create">
> {
  readonly actor: Actor;
  readonly owner: Pick<UserPrincipal, "id" | "name">;
}

/**
 * Makes a group or a channel; whoever asks owns it. The same `clientId` again answers with the one that is there.
 * Refuses `request.invalid` (blank title), `request.not_found` (somebody unknown or disabled).
 */
export function createConversation(
  powers: ChatPowers,
): CommandHandler<"conversation.create"> {
  return ({ principal, actor }, params) =>
    create(powers, { ...params, actor, owner: asUser(principal) });
}

export async function create(
  powers: ChatPowers,
  wanted: NewConversation,
): Promise<Conversation> {
  const { actor, owner, clientId, kind, about, access, posting } = wanted;
  const title = titleOf(wanted.title);
  const guests = await enabledUsers(
    powers.users,
    wanted.memberIds.filter((id) => id !== owner.id),
  );
  const creation = { createdBy: owner.id, clientId };
  const conversationId = await powers.database.transact(actor, async (unit) => {
    const opened = await openOnce(powers, unit, {
      kind,
      title,
      about: aboutOf(about ?? null),
      access,
      posting,
      creation,
      members: [
        {
          principalId: owner.id,
          kind: "user",
          name: owner.name,
          role: "owner",
        },
        ...guests,
      ],
    });
    if (opened === undefined) return createdAs(unit, creation);
    unit.happened({ type: `${kind}.created`, conversationId: opened });
    return opened;
  });
  if (conversationId === undefined) throw new AppError("request.conflict");
  return seenBy(powers, conversationId, { id: owner.id, device: null });
}

/** A title as it is kept. Refuses `request.invalid` when nothing to read is left. */
export function titleOf(typed: string): string {
  const title = oneLine(typed);
  if (title !== "") return title;
  throw new AppError("request.invalid", {
    issues: [{ path: "/title", message: "must not be blank" }],
  });
}

/** A description as it is kept; null when nothing to read is left. */
export function aboutOf(typed: string | null): string | null {
  const about = typed?.toWellFormed().normalize("NFC").trim() ?? "";
  return about === "" ? null : about;
}
