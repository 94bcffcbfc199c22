import type { ExportId, UserId } from "@veche/contracts";
import { serverActor } from "../../../platform/db/database.ts";
import type { ExportFolder } from "../export/export-folder.ts";
import type { ZipFile } from "../export/zip-file.ts";
import type { PrivacyPowers } from "../privacy-powers.ts";
import {
  bytesRemoved,
  expireOld,
  finishExport,
  leftBehind,
  stillWorks,
  takeExport,
  type ExportWork,
} from "../store/exports.ts";

export type MakeExportsDeps = Pick<
  PrivacyPowers,
  "database" | "clock" | "log" | "tellers" | "files" | "writeGate"
> & { readonly folder: ExportFolder };

/** Who has not said for so long that they work on it is dead. */
const deadAfterMs = 60_000;
const saidEveryMs = 10_000;
const mostTries = 3;
/** Long enough to be back from a holiday's weekend, short enough not to lie about. */
const keptForMs = 3 * 24 * 3_600_000;

/** Somebody does not want the copy any more that is being put together. */
class UnwantedError extends Error {}

/**
 * Puts the copies together that were asked for and removes those whose time is over, until nothing is due. Everything
 * it goes by stands in the table: killed anywhere, the next round begins that copy anew.
 */
export async function makeExports(deps: MakeExportsDeps): Promise<void> {
  const { database, clock } = deps;
  await clear(deps);
  for (;;) {
    const now = clock.now();
    const deadBefore = new Date(now.getTime() - deadAfterMs);
    const work = await database.transact(serverActor, (unit) =>
      takeExport(unit, { now, deadBefore }),
    );
    if (work === undefined) return;
    await make(deps, work);
  }
}

async function clear(deps: MakeExportsDeps): Promise<void> {
  const { database, clock, folder } = deps;
  await database.transact(serverActor, (unit) => expireOld(unit, clock.now()));
  for (const { id } of await leftBehind(database.db)) {
    await folder.remove(id);
    await database.transact(serverActor, (unit) => bytesRemoved(unit, id));
  }
}

async function make(deps: MakeExportsDeps, work: ExportWork): Promise<void> {
  const { database, clock, log, folder } = deps;
  const { id, userId, tries } = work;
  try {
    const sizeBytes = await folder.write(id, (zip) =>
      fill(deps, zip, { id, userId }),
    );
    const expiresAt = new Date(clock.now().getTime() + keptForMs);
    const isWanted = await database.transact(serverActor, (unit) =>
      finishExport(unit, { id, state: "ready", expiresAt, sizeBytes }),
    );
    if (!isWanted) await folder.remove(id);
  } catch (error) {
    await folder.remove(id);
    if (error instanceof UnwantedError) return;
    log.error({ error, exportId: id, tries }, "a copy could not be made");
    if (tries < mostTries) return;
    await database.transact(serverActor, (unit) =>
      finishExport(unit, {
        id,
        state: "failed",
        expiresAt: null,
        sizeBytes: null,
      }),
    );
  }
}

/** Everything of one person: a JSON file from each who keeps something, and what they uploaded. */
async function fill(
  deps: MakeExportsDeps,
  zip: ZipFile,
  { id, userId }: { readonly id: ExportId; readonly userId: UserId },
): Promise<void> {
  const { tellers, files } = deps;
  const say = createSaying(deps, id);
  for (const teller of tellers) {
    await say();
    await zip.add(`${teller.what}.json`, asJson(teller.tell(userId), say));
  }
  for await (const { name, bytes } of files.files(userId)) {
    await say();
    await zip.add(`files/${name}`, heard(bytes(), say));
  }
}

/** Says every few seconds that it goes on, and stops when it need not. */
function createSaying(
  { database, clock, writeGate }: MakeExportsDeps,
  id: ExportId,
): () => Promise<void> {
  let saidAtMs = clock.monotonicMs();
  return async () => {
    if (clock.monotonicMs() - saidAtMs < saidEveryMs) return;
    saidAtMs = clock.monotonicMs();
    writeGate.assertOpen();
    const isWanted = await database.transact(serverActor, (unit) =>
      stillWorks(unit, id, clock.now()),
    );
    if (!isWanted) throw new UnwantedError();
  };
}

async function* asJson(
  items: AsyncIterable<unknown>,
  say: () => Promise<void>,
): AsyncIterable<string> {
  let isFirst = true;
  yield "[";
  for await (const item of items) {
    await say();
    yield `${isFirst ? "" : ","}\n${JSON.stringify(item)}`;
    isFirst = false;
  }
  yield "\n]\n";
}

async function* heard(
  bytes: AsyncIterable<Buffer>,
  say: () => Promise<void>,
): AsyncIterable<Buffer> {
  for await (const piece of bytes) {
    await say();
    yield piece;
  }
}
