import { entryAfter, type FileId, type LinkPreview } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { createAlarm, type Alarm } from "../../../platform/alarm.ts";
import type { Clock } from "../../../platform/clock.ts";
import { serverActor, type Database } from "../../../platform/db/database.ts";
import type { LentUnit } from "../../../platform/db/statements.ts";
import type { GuardedFetch } from "../../../platform/guarded-fetch/guarded-fetch.ts";
import type { Log } from "../../../platform/log.ts";
import type { Timers } from "../../../platform/timers.ts";
import { placeKey, type Chats } from "../../chats/index.ts";
import { insertEchoes } from "../store/echoes.ts";
import {
  finishPreviewJob,
  nextPreviewAt,
  takePreviewJobs,
  type PreviewJob,
  type TakenJob,
} from "../store/preview-jobs.ts";
import type { MessagesTables } from "../store/tables.ts";
import type { MessageFiles } from "../use-cases/carry-files.ts";
import {
  nothingRead,
  readPage,
  readPicture,
  type PageReading,
} from "./read-page.ts";

export interface PreviewWorkDeps {
  readonly database: Database<MessagesTables>;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
  readonly chats: Pick<Chats, "append" | "batch">;
  readonly fetchPage: GuardedFetch;
  readonly files: Pick<MessageFiles, "takeIn" | "place">;
}

const atLeastEveryMs = 30_000;
/** So many strangers' servers are waited for at once. */
const atOnce = 4;
/** Longer than any reading takes; after that another try begins. */
const tryAgainMs = 60_000;
const mostAttempts = 3;

/** Reads the pages that messages link to and lays what they say of themselves beside the messages. */
export function createPreviewWork(deps: PreviewWorkDeps): Alarm {
  const { database, clock } = deps;
  return createAlarm({
    ...deps,
    atLeastEveryMs,
    round: async () => {
      const now = clock.now();
      const until = new Date(now.getTime() + tryAgainMs);
      const taken = await database.transact(serverActor, (unit) =>
        takePreviewJobs(unit, { now, until, limit: atOnce }),
      );
      await Promise.all(taken.map((job) => look(deps, job)));
      return nextPreviewAt(database.db);
    },
  });
}

async function look(deps: PreviewWorkDeps, job: TakenJob): Promise<void> {
  const { fetchPage, database } = deps;
  const reading: PageReading =
    job.url === null ? nothingRead : await readPage(fetchPage, job.url);
  // What could not be read now comes again by itself.
  if (reading.kind === "later" && job.attempts < mostAttempts) return;
  const preview = reading.kind === "read" ? reading.preview : null;
  const pictureId =
    reading.kind === "read" && reading.pictureUrl !== null
      ? await keepPicture(deps, job, reading.pictureUrl)
      : null;
  await database.transact(serverActor, (unit) =>
    show(deps, unit, { job, preview: preview && { ...preview, pictureId } }),
  );
}

/**
 * A copy of a page's picture, looked at and written anew as any picture is; null where none is to be had. Until it is
 * shown it serves as nothing, and goes by itself when it never is.
 */
async function keepPicture(
  { chats, database, fetchPage, files, log }: PreviewWorkDeps,
  { conversationId, seq }: PreviewJob,
  url: string,
): Promise<FileId | null> {
  const place = { conversationId, seq };
  const found = await chats.batch.eventsAt(database.db, [place]);
  const ownerId = found.get(placeKey(place))?.event.actorId ?? null;
  const bytes = await readPicture(fetchPage, url);
  if (ownerId === null || bytes === undefined) return null;
  try {
    const file = await files.takeIn({ ownerId, bytes });
    return file?.kind === "picture" ? file.fileId : null;
  } catch (error) {
    // No room for it: the words alone are a preview too.
    if (!(error instanceof AppError)) throw error;
    log.debug({ error }, "a page's picture could not be kept");
    return null;
  }
}

/** Unless the message was edited, deleted or its preview taken away meanwhile. */
async function show(
  { chats, files }: Pick<PreviewWorkDeps, "chats" | "files">,
  unit: LentUnit,
  {
    job,
    preview,
  }: { readonly job: PreviewJob; readonly preview: LinkPreview | null },
): Promise<void> {
  const { conversationId, messageId, seq: messageSeq } = job;
  const place = { conversationId, seq: messageSeq };
  await chats.batch.hold(unit, conversationId);
  if (!(await finishPreviewJob(unit, job))) return;
  const found = (await chats.batch.eventsAt(unit.tx, [place])).get(
    placeKey(place),
  );
  if (found?.event.type !== "message.created") return;
  const { event: message } = found;
  const isShown = message.linkPreview !== undefined;
  if (message.deletedAt !== undefined || (preview === null && !isShown)) return;
  const change = {
    type: "message.previewed",
    ...{ actorId: null, messageId, messageSeq },
    linkPreview: preview,
  } as const;
  const [placed] = await chats.append(unit, conversationId, [change]);
  if (placed?.type !== "message.previewed") return;
  const fileId = preview?.pictureId ?? null;
  if (fileId !== null)
    await files.place(unit, [
      { messageId, conversationId, seq: messageSeq, fileId },
    ]);
  await chats.batch.amend(unit, [
    { conversationId, event: entryAfter(message, placed) },
  ]);
  await insertEchoes(unit, [{ messageId, seq: placed.seq }]);
}
