import type { Attachment, UserId } from "@veche/contracts";
import type { LentUnit } from "../../platform/db/statements.ts";
import { AppError } from "../../platform/app-error.ts";
import type { Clock } from "../../platform/clock.ts";
import type { OpenDatabase } from "../../platform/db/create-database.ts";
import type { Database } from "../../platform/db/database.ts";
import type { OutboxTables } from "../../platform/db/outbox.ts";
import type { WriteGate } from "../../platform/db/write-gate.ts";
import type { ByteRoute } from "../../platform/http/byte-route.ts";
import type { Route } from "../../platform/http/route.ts";
import type { Ids } from "../../platform/ids.ts";
import type { Log } from "../../platform/log.ts";
import type { Timers } from "../../platform/timers.ts";
import { createFolderByteStore } from "./store/folder-byte-store.ts";
import type { FileLimits } from "./domain/limits.ts";
import { createDueWork } from "./due-work.ts";
import { createFileUses, type FileUses } from "./file-uses.ts";
import { createExaminer, type Examiner } from "./examination/examiner.ts";
import type { FileReaders } from "./file-readers.port.ts";
import { downloadRoutes } from "./http/download-routes.ts";
import { fileRoutes, type FileRoutesPowers } from "./http/file-routes.ts";
import { stickerRoutes } from "./http/sticker-routes.ts";
import { uploadRoutes } from "./http/upload-routes.ts";
import { followDeletions } from "./reactions/when-conversation-deleted.ts";
import type { Scanner } from "./scanner.port.ts";
import type { FilesTables } from "./store/tables.ts";
import { abandonUpload, findUpload } from "./store/uploads.ts";
import { appendPart } from "./use-cases/append-part.ts";
import { beginUpload } from "./use-cases/begin-upload.ts";
import { cropPicture } from "./use-cases/show-pictures.ts";
import { eraseFiles } from "./use-cases/erase-files.ts";
import {
  tellBytes,
  tellFiles,
  type TellFilesDeps,
} from "./use-cases/tell-files.ts";
import { requireFile } from "./use-cases/read-file.ts";
import { createReadiness, type Readiness } from "./use-cases/readiness.ts";
import {
  createUploadTurns,
  type UploadTurns,
} from "./use-cases/upload-turns.ts";
import { takeIn, type FoundBytes } from "./use-cases/take-in.ts";
import { waitForFile } from "./use-cases/wait-for-file.ts";

export type { FilesTables } from "./store/tables.ts";
export type { Carried, HeldFiles } from "./use-cases/hold-for-messages.ts";

export interface FilesDeps {
  readonly database: Database<FilesTables> &
    Pick<OpenDatabase<FilesTables & OutboxTables>, "db" | "onDurableCommit">;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly ids: Ids;
  readonly log: Log;
  readonly writeGate: WriteGate;
  /** A port that `app/` plugs. */
  readonly readers: FileReaders;
  /** Where the bytes are kept. */
  readonly folder: string;
  readonly limits: FileLimits;
  readonly scanner?: Scanner;
  readonly examiner?: Examiner;
}

/**
 * Files from the first byte to the last reader. Disposal stops uploads where they are; their senders go on with them
 * later.
 */
export interface Files extends FileUses, AsyncDisposable {
  readonly routes: readonly Route[];
  readonly byteRoutes: readonly ByteRoute[];
  /**
   * Keeps bytes that the server has by itself as a file of this owner that serves as nothing yet. Undefined where it
   * is not known in time what they are. Refuses as an upload does.
   */
  takeIn(found: FoundBytes): Promise<Attachment | undefined>;
  /** What a person uploaded, for them: the list, and the bytes that may be taken along. */
  tellFiles(userId: UserId): AsyncIterable<unknown>;
  tellBytes(userId: UserId): ReturnType<typeof tellBytes>;
  /** Takes away what is a person's alone; see the use-case. */
  eraseFiles(
    unit: LentUnit,
    person: { readonly userId: UserId },
  ): Promise<number>;
  start(): void;
  /** Does everything that is due and settles; for tests. */
  quiet(): Promise<void>;
}

export function createFiles(deps: FilesDeps): Files {
  const { clock, timers, log } = deps;
  const bytes = createFolderByteStore(deps.folder);
  const examiner = deps.examiner ?? createExaminer({ timers, log });
  const readiness = createReadiness();
  const turns = createUploadTurns();
  const work = createDueWork({
    ...deps,
    bytes,
    examiner,
    scanner: deps.scanner,
    onSettled: readiness.settled,
  });
  const onDue = (): void => work.ring();
  const deletions = followDeletions({ ...deps, onLetGo: onDue });
  const parts: Parts = { bytes, readiness, turns, onReceived: onDue };
  return {
    ...createFileUses(clock),
    takeIn: (found) => takeIn({ ...deps, ...parts }, found),
    routes: restRoutes(deps, parts),
    byteRoutes: byteRoutes(deps, parts),
    ...personsRights(deps, bytes),
    start() {
      work.ring();
      deletions.start();
    },
    quiet() {
      work.ring();
      return work.quiet();
    },
    async [Symbol.asyncDispose]() {
      await turns.end();
      await deletions[Symbol.asyncDispose]();
      await examiner[Symbol.asyncDispose]();
      await work[Symbol.asyncDispose]();
    },
  };
}

function personsRights(
  { database, clock, readers }: FilesDeps,
  bytes: TellFilesDeps["bytes"],
): Pick<Files, "tellFiles" | "tellBytes" | "eraseFiles"> {
  const powers = { db: database.db, bytes, readers };
  return {
    tellFiles: (userId) => tellFiles(powers, userId),
    tellBytes: (userId) => tellBytes(powers, userId),
    eraseFiles: (unit, { userId }) =>
      eraseFiles(unit, { userId, now: clock.now() }),
  };
}

interface Parts {
  readonly bytes: ReturnType<typeof createFolderByteStore>;
  readonly readiness: Readiness;
  readonly turns: UploadTurns;
  readonly onReceived: () => void;
}

const byteRoutes = (deps: FilesDeps, parts: Parts): readonly ByteRoute[] => [
  ...uploadRoutes(uploadPowers(deps, parts)),
  ...downloadRoutes({
    bytes: parts.bytes,
    require: (fileId, reader) =>
      requireFile({ ...deps, db: deps.database.db }, fileId, reader),
  }),
];

function restRoutes(
  deps: FilesDeps,
  { readiness, onReceived }: Parts,
): readonly Route[] {
  const { database, limits } = deps;
  const { db } = database;
  const waitFor: FileRoutesPowers["waitFor"] = (fileId, reader) =>
    waitForFile({ ...deps, db, readiness }, fileId, reader);
  return [
    ...fileRoutes({
      db,
      limits,
      waitFor,
      crop: ({ owner, ...wanted }) =>
        cropPicture(
          { ...deps, onDue: onReceived, wait: (id) => waitFor(id, owner) },
          { ...wanted, ownerId: owner.id },
        ),
    }),
    ...stickerRoutes({ ...deps, onLetGo: onReceived }),
  ];
}

const uploadPowers = (
  deps: FilesDeps,
  parts: Parts,
): Parameters<typeof uploadRoutes>[0] => ({
  begin: (asked) => beginUpload(deps, asked),
  append: (part) => appendPart({ ...deps, ...parts }, part),
  async find(fileId, ownerId) {
    const upload = await findUpload(deps.database.db, fileId, ownerId);
    if (upload === undefined) throw new AppError("file.not_found");
    return upload;
  },
  async abandon({ principal, actor }, fileId) {
    const isGone = await deps.database.transact(actor, ({ tx }) =>
      abandonUpload(
        tx,
        { id: fileId, ownerId: principal.id },
        deps.clock.now(),
      ),
    );
    if (!isGone) throw new AppError("file.not_found");
    parts.onReceived();
  },
});
