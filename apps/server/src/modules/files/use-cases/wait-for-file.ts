import type { Attachment, FileId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { Principal } from "../../../platform/principal.ts";
import type { Timers } from "../../../platform/timers.ts";
import { presentAttachment } from "../store/ready-files.ts";
import type { Readiness } from "./readiness.ts";
import { requireFile, type ReadFileDeps } from "./read-file.ts";

export interface WaitDeps {
  readonly readiness: Readiness;
  readonly timers: Timers;
}

export type WaitForFileDeps = ReadFileDeps & WaitDeps;

/** Most files are looked at in less than a second. */
const longestWaitMs = 10_000;

/** A file as a message carries it, as soon as that is known. Refuses as `requireFile` does, `file.not_ready` after 10 s. */
export async function waitForFile(
  deps: WaitForFileDeps,
  fileId: FileId,
  reader: Principal,
): Promise<Attachment> {
  const read = async () =>
    presentAttachment(await requireFile(deps, fileId, reader), {
      isVoice: false,
    });
  using watch = deps.readiness.watch(fileId);
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "file.not_ready")
      throw error;
  }
  await untilSettled(deps, watch);
  return await read();
}

/** Until a file was looked at, or it took too long. */
export async function untilSettled(
  { timers }: Pick<WaitDeps, "timers">,
  watch: { readonly settled: Promise<void> },
): Promise<void> {
  const late = Promise.withResolvers<undefined>();
  using _timer = timers.after(longestWaitMs, () => late.resolve(undefined));
  await Promise.race([watch.settled, late.promise]);
}
