import type { PrincipalId } from "@veche/contracts";
import type { StatementRunner } from "../../../platform/db/statements.ts";
import type { EventBus } from "../../../platform/event-bus.ts";
import { createGathering } from "../../../platform/gather.ts";
import type { Hub, SnapshotSource } from "../../../platform/realtime/hub.ts";
import { foldersOf, foldersOfEach } from "../store/folders.ts";

export interface TellFoldersDeps {
  readonly bus: EventBus;
  readonly db: StatementRunner;
  readonly hub: Pick<Hub, "notify">;
}

/** Folders changed on one device show on the owner's others. */
export function tellFolders({ bus, db, hub }: TellFoldersDeps): Disposable {
  return bus.on("folders.changed", async ({ ownerId }) => {
    const folders = [...(await foldersOf(db, ownerId))];
    hub.notify([ownerId], { type: "folders.changed", folders });
  });
}

/** A user's folders, for a device that has just come. */
export function folderSnapshot(db: StatementRunner): SnapshotSource {
  const own = createGathering({
    read: (ids: readonly PrincipalId[]) => foldersOfEach(db, ids),
  });
  return async ({ kind, id }) =>
    kind === "user"
      ? [{ type: "folders.changed", folders: [...(await own(id))] }]
      : [];
}
