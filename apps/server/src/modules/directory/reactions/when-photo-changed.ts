import type { UserId } from "@veche/contracts";
import type { Db } from "../../../platform/db/database.ts";
import type { EventBus } from "../../../platform/event-bus.ts";
import type { Hub } from "../../../platform/realtime/hub.ts";
import type { Identity } from "../../identity/index.ts";
import { findPerson } from "../store/people.ts";
import type { DirectoryTables } from "../store/tables.ts";

export interface TellPhotosDeps {
  readonly bus: EventBus;
  readonly hub: Pick<Hub, "notify" | "connectedPrincipals">;
  readonly identity: Pick<Identity, "many">;
  readonly database: { readonly db: Db<DirectoryTables> };
}

/** A new photo is shown wherever its person is on a screen of the staff. */
export function tellPhotos({
  bus,
  hub,
  identity,
  database: { db },
}: TellPhotosDeps): Disposable {
  return bus.on("person.changed", async ({ userId, fields }) => {
    if (!fields.split(" ").includes("photoId")) return;
    const person = await findPerson(db, userId);
    // Customers are connected too; of those who are no users identity knows nothing.
    const connected = [...hub.connectedPrincipals()] as UserId[];
    const staff = await identity.many(connected);
    hub.notify(
      staff.map(({ id }) => id),
      { type: "photo.changed", userId, photoId: person?.photoId ?? null },
    );
  });
}
