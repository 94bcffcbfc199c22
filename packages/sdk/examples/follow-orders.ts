import type { Veche } from "@veche/sdk";

/** Where your own program keeps how far it has come. */
export interface Place {
  read(): Promise<number>;
  /** Together with what you did with the events, in one transaction if you can: then each has its effect once. */
  keep(next: number): Promise<void>;
}

/** Hears what people write about orders, from where it left off. */
export async function followOrders(
  veche: Veche,
  place: Place,
  { signal }: { readonly signal: AbortSignal },
): Promise<readonly string[]> {
  const heard: string[] = [];
  const after = await place.read();
  for await (const { items, next } of veche.followEvents({ after, signal })) {
    for (const { object, event } of items)
      if (event.type === "message.created")
        heard.push(`${object.type} ${object.id}: ${event.body}`);
    await place.keep(next);
  }
  return heard;
}
