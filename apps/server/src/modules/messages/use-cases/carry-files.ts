import type { UnitOfWork } from "../../../platform/db/database.ts";
import type { Carried, Files, HeldFiles } from "../../files/index.ts";
import type { SendCommand } from "../domain/message-command.ts";
import type { MessagesTables } from "../store/tables.ts";

/** What the writer of messages asks of files. */
export type MessageFiles = Pick<
  Files,
  "holdForMessages" | "reserve" | "place" | "release" | "takeIn"
>;

/** What each of these sends carries, or why it can't; those that carry nothing are left out. */
export async function holdCargo(
  files: MessageFiles,
  unit: UnitOfWork<MessagesTables>,
  sends: readonly SendCommand[],
): Promise<ReadonlyMap<SendCommand, HeldFiles>> {
  const held = new Map<SendCommand, HeldFiles>();
  const wishes = sends.flatMap((send) => {
    const { cargo, principalId: ownerId } = send;
    if (cargo?.kind !== "own") return [];
    return [{ send, ownerId, files: cargo.files, stickerId: cargo.stickerId }];
  });
  if (wishes.length > 0) {
    const answers = await files.holdForMessages(unit, wishes);
    for (const [index, { send }] of wishes.entries()) {
      const answer = answers[index];
      if (answer !== undefined) held.set(send, answer);
    }
  }
  for (const send of sends)
    if (send.cargo?.kind === "sent_on")
      held.set(send, { ok: true, carried: send.cargo });
  return held;
}

/** As the entry of the log shows it. */
export const shownCargo = ({ attachments, sticker }: Carried) => ({
  ...(attachments.length === 0 ? {} : { attachments: [...attachments] }),
  ...(sticker === null ? {} : { sticker }),
});

/** The messages have their places: their readers are the readers of what they carry. */
export async function placeCargo(
  files: MessageFiles,
  unit: UnitOfWork<MessagesTables>,
  placed: readonly {
    readonly send: SendCommand;
    readonly seq: number;
    readonly carried: Carried | undefined;
  }[],
): Promise<void> {
  const places = placed.flatMap(({ send, seq, carried }) => {
    if (carried === undefined) return [];
    const { messageId, conversationId } = send;
    const fileIds = [
      ...carried.attachments.map(({ fileId }) => fileId),
      ...(carried.sticker === null ? [] : [carried.sticker.fileId]),
    ];
    return fileIds.map((fileId) => ({
      messageId,
      conversationId,
      seq,
      fileId,
    }));
  });
  if (places.length > 0) await files.place(unit, places);
}
