import type { UserId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { CommandHandler } from "../../../platform/realtime/command.ts";
import { asUser, seenBy, type ChatPowers } from "../chat-powers.ts";
import { conversationOfPair } from "../store/conversations.ts";
import { enabledUsers } from "./enabled-users.ts";
import { openOnce } from "./open-conversation.ts";

/**
 * The one conversation of two users, or of a user with themself. Found even when the other is disabled meanwhile; made
 * only with somebody who can read it. Refuses `request.not_found`.
 */
export function openDirect(
  powers: ChatPowers,
): CommandHandler<"conversation.open_direct"> {
  const { database, users } = powers;
  return async ({ principal, actor }, { userId }) => {
    const me = asUser(principal);
    const pair = pairOf(me.id, userId);
    const known = await conversationOfPair(database.db, pair);
    if (known !== undefined) return seenBy(powers, known, me);
    const members = await enabledUsers(users, [...new Set([me.id, userId])]);
    const made = await database.transact(actor, async (unit) => {
      const opening = { kind: "direct", title: null, members, pair } as const;
      // Both may ask at once: the second waits for the first and finds theirs.
      return (
        (await openOnce(powers, unit, opening)) ??
        conversationOfPair(unit.tx, pair)
      );
    });
    if (made === undefined) throw new AppError("server.failed");
    return seenBy(powers, made, me);
  };
}

const pairOf = (one: UserId, other: UserId): readonly [UserId, UserId] =>
  one < other ? [one, other] : [other, one];
