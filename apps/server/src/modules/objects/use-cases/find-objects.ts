import type { FoundObject, UserId } from "@veche/contracts";
import type { ObjectsDeps } from "../objects-deps.ts";
import { objectsAmong } from "../store/objects.ts";

export interface Sought {
  readonly text: string;
  readonly limit: number;
}

/** Objects by their number or words of their title: those the user talks about, by being in their conversations. */
export async function findObjects(
  { database, chats }: Pick<ObjectsDeps, "database" | "chats">,
  viewer: { readonly id: UserId },
  { text, limit }: Sought,
): Promise<readonly FoundObject[]> {
  const words = text.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const places = await chats.reading.placesOf(viewer.id);
  const conversationIds = places.flatMap(({ kind, conversationId }) =>
    kind === "context" ? [conversationId] : [],
  );
  if (conversationIds.length === 0) return [];
  const rows = await objectsAmong(database.db, conversationIds, {
    words,
    limit,
  });
  return rows.map(({ application, type, id, title, conversationId }) => ({
    object: { application, type, id },
    title,
    conversationId,
  }));
}
