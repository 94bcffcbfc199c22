import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Config } from "./config.ts";
import type { Parsed } from "./variable.ts";

export interface SecretKeySource {
  readonly given: string | undefined;
  readonly mode: Config["mode"];
  readonly file: string;
}

/** The key that was given, else the one kept in the file, else (outside production) a new one for the file. */
export function readSecretKey({
  given,
  mode,
  file,
}: SecretKeySource): Parsed<string> {
  if (given !== undefined) return { ok: true, value: given };
  const kept = readKept(file);
  if (kept !== undefined) return { ok: true, value: kept };
  if (mode === "production") {
    return {
      ok: false,
      message: `is needed in production; make one with: openssl rand -base64 48 (or keep it in ${file}, readable by the server alone)`,
    };
  }
  const made = randomBytes(48).toString("base64url");
  mkdirSync(dirname(file), { recursive: true, mode: 0o711 });
  // What is there is no key: a first start that was cut off in the middle of this.
  rmSync(file, { force: true });
  writeFileSync(file, `${made}\n`, { mode: 0o600, flag: "wx" });
  return { ok: true, value: made };
}

function readKept(file: string): string | undefined {
  try {
    const kept = readFileSync(file, "utf8").trim();
    return kept.length >= 32 ? kept : undefined;
  } catch {
    return undefined;
  }
}
