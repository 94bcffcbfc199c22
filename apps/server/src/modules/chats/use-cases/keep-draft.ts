import { isOpenOn } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { deviceOf } from "../../../platform/principal.ts";
import type { CommandHandler } from "../../../platform/realtime/command.ts";
import type { ChatPowers } from "../chat-powers.ts";
import { conversationProfile } from "../store/conversation-profile.ts";
import { writeMine } from "../store/mine.ts";

/** Keeps what is being written for the writer's other devices; nothing to read means nothing to keep. Refuses `conversation.not_found`, `conversation.device_refused`. */
export function keepDraft({
  database,
  clock,
}: ChatPowers): CommandHandler<"draft.keep"> {
  return async ({ principal, actor }, { conversationId, body }) => {
    const seat = { conversationId, principalId: principal.id };
    const text = storable(body ?? "");
    const draft =
      text.trim() === ""
        ? null
        : { body: text, changedAt: clock.now().toISOString() };
    const profile = await conversationProfile(database.db, conversationId);
    const device = deviceOf(principal);
    if (device !== null && !isOpenOn(profile?.confidentiality ?? null, device))
      throw new AppError("conversation.device_refused");
    await database.transact(actor, async (unit) => {
      if (!(await writeMine(unit, seat, { draft })))
        throw new AppError("conversation.not_found");
      unit.happened({ type: "member.arranged", ...seat });
    });
    return {};
  };
}

/** As typed, but for what no store of text takes. */
const storable = (text: string): string =>
  text.toWellFormed().replaceAll("\u0000", "");
