import type { MessageCreated } from "@veche/contracts";
import {
  placeKey,
  type Chats,
  type LogPlace,
  type Reader,
} from "../../chats/index.ts";

interface FoundMessage<Place> {
  readonly place: Place;
  readonly message: MessageCreated;
  readonly authorName: string;
}

/** The messages at these places that this reader may read now, in their order; deleted ones are left out. */
export async function messagesAt<Place extends LogPlace>(
  chats: Pick<Chats, "readEvents">,
  reader: Reader,
  places: readonly Place[],
): Promise<readonly FoundMessage<Place>[]> {
  const events = await chats.readEvents(reader, places);
  return places.flatMap((place) => {
    const found = events.get(placeKey(place));
    if (found?.event.type !== "message.created") return [];
    const { event: message, actorName } = found;
    return message.deletedAt === undefined
      ? [{ place, message, authorName: actorName ?? "" }]
      : [];
  });
}
