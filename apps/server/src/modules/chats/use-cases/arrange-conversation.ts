import { AppError } from "../../../platform/app-error.ts";
import type { CommandHandler } from "../../../platform/realtime/command.ts";
import type { ChatPowers } from "../chat-powers.ts";
import { foldersOf } from "../store/folders.ts";
import { writeMine } from "../store/mine.ts";

/**
 * Changes my own side of a conversation: its place in my list, its sounds, its folders. What isn't named stays.
 * My other devices are told. Refuses `conversation.not_found`, `request.not_found` for a folder that is not mine.
 */
export function arrangeConversation({
  database,
}: ChatPowers): CommandHandler<"conversation.arrange"> {
  return async ({ principal, actor }, { conversationId, ...arrangement }) => {
    const seat = { conversationId, principalId: principal.id };
    const { folderIds } = arrangement;
    await database.transact(actor, async (unit) => {
      if (folderIds !== undefined) {
        const own = await foldersOf(unit.tx, principal.id);
        if (!folderIds.every((id) => own.some((folder) => folder.id === id)))
          throw new AppError("request.not_found");
      }
      if (!(await writeMine(unit, seat, arrangement)))
        throw new AppError("conversation.not_found");
      unit.happened({ type: "member.arranged", ...seat });
    });
    return {};
  };
}
