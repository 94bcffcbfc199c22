import type { EventBus } from "../../../platform/event-bus.ts";
import type { Hub } from "../../../platform/realtime/hub.ts";
import type { Identity } from "../../identity/index.ts";

export interface TellLanguageDeps {
  readonly bus: EventBus;
  readonly hub: Pick<Hub, "notify">;
  readonly identity: Pick<Identity, "many">;
}

/** Whoever chose another language reads it in all their windows. */
export function tellLanguage({
  bus,
  hub,
  identity,
}: TellLanguageDeps): Disposable {
  return bus.on("user.changed", async ({ userId, fields }) => {
    if (!fields.split(" ").includes("language")) return;
    const [user] = await identity.many([userId]);
    if (user === undefined) return;
    const { language } = user;
    hub.notify([userId], { type: "language.changed", language });
  });
}
