import type { OutboxChange, OutboxItem } from "./outbox-item.ts";

function isChangeOvertaken(older: OutboxChange, newer: OutboxChange): boolean {
  if (older.messageId !== newer.messageId) return false;
  if (newer.change.kind === "delete") return true;
  if (older.change.kind === "reaction" && newer.change.kind === "reaction")
    return older.change.emoji === newer.change.emoji;
  return older.change.kind === "edit" && newer.change.kind === "edit";
}

/** Is an item that has not left yet made pointless by a newer one of the same conversation? */
export function isOvertaken(older: OutboxItem, newer: OutboxItem): boolean {
  const { kind } = older.state;
  const isHere = kind === "waiting" || kind === "refused";
  if (!isHere || older.conversationId !== newer.conversationId) return false;
  if (older.kind === "draft") return newer.kind === "draft";
  if (older.kind === "change" && newer.kind === "change")
    return isChangeOvertaken(older, newer);
  return false;
}
