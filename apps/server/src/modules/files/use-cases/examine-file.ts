import type { FileId } from "@veche/contracts";
import type { Clock } from "../../../platform/clock.ts";
import { serverActor, type Database } from "../../../platform/db/database.ts";
import type { Log } from "../../../platform/log.ts";
import type { ByteStore } from "../byte-store.ts";
import { refusalLifetimeMs, unusedLifetimeMs } from "../domain/limits.ts";
import { natureOf } from "../domain/nature.ts";
import type { Examination } from "../examination/examination.ts";
import {
  ExaminerStoppedError,
  type Examiner,
} from "../examination/examiner.ts";
import type { Scanner } from "../scanner.port.ts";
import { postponeFile, settleFile, type DueFile } from "../store/due-files.ts";
import type { FilesTable, FilesTables } from "../store/tables.ts";

export interface ExamineDeps {
  readonly database: Database<FilesTables>;
  readonly bytes: ByteStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly examiner: Examiner;
  /** Undefined where the administrator has none. */
  readonly scanner: Scanner | undefined;
  /** It is decided what the file is. */
  readonly onSettled: (fileId: FileId) => void;
}

/** A scanner that can't answer is asked again after this; files wait for it. */
const scanAgainAfterMs = 10_000;
/** A file during which the server itself went down so often is passed on unseen, as bytes without a picture. */
const maxTries = 3;

const nothingSeen: Examination = {
  detected: null,
  picture: null,
  hasPreview: false,
};

/** Looks at one received file: is it dangerous, what is it, what is shown of it. */
export async function examineFile(
  deps: ExamineDeps,
  file: DueFile,
): Promise<void> {
  const { bytes, scanner, log } = deps;
  const borrowed = await bytes.borrow(file.id);
  const verdict = (await scanner?.scan(borrowed.whole)) ?? { kind: "clean" };
  switch (verdict.kind) {
    case "unable":
      log.warn({ reason: verdict.reason }, "a file could not be scanned");
      await postpone(deps, file, scanAgainAfterMs);
      return;
    case "dangerous":
      log.warn({ fileId: file.id, found: verdict.name }, "a file was refused");
      await refuse(deps, file);
      break;
    case "clean": {
      const examination = await look(deps, file);
      if (examination === "stopped") return postpone(deps, file, 0);
      await settle(deps, file, examination);
    }
  }
  deps.onSettled(file.id);
}

async function look(
  { bytes, examiner, log }: ExamineDeps,
  { id, crop, tries }: DueFile,
): Promise<Examination | "stopped"> {
  if (tries > maxTries) return nothingSeen;
  const { whole, folder } = await bytes.borrow(id);
  try {
    return await examiner.examine({ path: whole, folder, crop });
  } catch (error) {
    if (error instanceof ExaminerStoppedError) return "stopped";
    log.warn({ error, fileId: id }, "a file could not be looked at");
    return nothingSeen;
  }
}

async function settle(
  { database, bytes, clock }: ExamineDeps,
  file: DueFile,
  { detected, picture, hasPreview }: Examination,
): Promise<void> {
  const whole = await bytes.read(file.id, "whole");
  const nature = natureOf(file.name, {
    detected: detected ?? undefined,
    hint: file.hint,
  });
  // A picture that could not be written anew may hide anything: it is handed out, but never shown.
  const kind =
    nature.kind === "picture" && picture === null ? "document" : nature.kind;
  const dueAt =
    file.use === null
      ? new Date(clock.now().getTime() + unusedLifetimeMs)
      : null;
  await database.transact(serverActor, ({ tx }) =>
    settleFile(tx, file.id, {
      ...nature,
      ...measuresOf(kind, file, picture),
      kind,
      state: "ready",
      sizeBytes: whole?.sizeBytes ?? 0,
      hasPreview,
      dueAt,
    }),
  );
}

/** What the sender measured counts only where we don't see for ourselves. */
function measuresOf(
  kind: FilesTable["kind"],
  file: DueFile,
  picture: Examination["picture"],
): Pick<FilesTable, "width" | "height" | "durationMs" | "waveform"> {
  const isHeard = kind === "audio" || kind === "video";
  const shape = kind === "video" ? file : picture;
  return {
    width: shape?.width ?? null,
    height: shape?.height ?? null,
    durationMs: isHeard ? file.durationMs : null,
    waveform: kind === "audio" ? file.waveform : null,
  };
}

async function refuse(
  { database, bytes, clock }: ExamineDeps,
  { id }: DueFile,
): Promise<void> {
  await bytes.remove(id);
  const dueAt = new Date(clock.now().getTime() + refusalLifetimeMs);
  await database.transact(serverActor, ({ tx }) =>
    settleFile(tx, id, { state: "refused", dueAt, sizeBytes: 0 }),
  );
}

async function postpone(
  { database, clock }: ExamineDeps,
  { id }: DueFile,
  afterMs: number,
): Promise<void> {
  const dueAt = new Date(clock.now().getTime() + afterMs);
  await database.transact(serverActor, ({ tx }) => postponeFile(tx, id, dueAt));
}
