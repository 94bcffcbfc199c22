import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { PrivacyPowers } from "../src/modules/privacy/index.ts";
import { openWriteGate } from "../src/platform/db/write-gate.ts";
import { systemIds } from "../src/platform/ids.ts";

/** What a test of privacy needs beside its own matter: nobody keeps anything, and a folder for as long as the test runs. */
export async function privacyPowers() {
  const exportFolder = await mkdtemp(join(tmpdir(), "veche-exports-"));
  onTestFinished(() => rm(exportFolder, { recursive: true, force: true }));
  return {
    ids: systemIds,
    writeGate: openWriteGate,
    keepers: [],
    tellers: [],
    files: { files: async function* () {} },
    exportFolder,
    requirePassword: async () => undefined,
  } satisfies Partial<PrivacyPowers>;
}
