import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PrivacyPowers } from "../src/modules/privacy/index.ts";
import { openWriteGate } from "../src/platform/db/write-gate.ts";
import { systemIds } from "../src/platform/ids.ts";

/** What a test of privacy needs beside its own matter: nobody keeps anything, and a folder of its own. */
export const privacyPowers = async () =>
  ({
    ids: systemIds,
    writeGate: openWriteGate,
    keepers: [],
    tellers: [],
    files: { files: async function* () {} },
    exportFolder: await mkdtemp(join(tmpdir(), "veche-exports-")),
    requirePassword: async () => undefined,
  }) satisfies Partial<PrivacyPowers>;
