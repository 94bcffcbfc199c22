import { createPrivateKey, X509Certificate } from "node:crypto";
import { chownSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Clock } from "../../platform/clock.ts";
import type { TurnTlsConfig } from "../../platform/config/config.ts";
import type { Log } from "../../platform/log.ts";
import type { RelayTls } from "./coturn-configuration.ts";

/** A certificate with its key, or which of the two files is wrong and how. */
type CertificateReading =
  | {
      readonly ok: true;
      readonly certificate: string;
      readonly key: string;
      readonly validTo: Date;
    }
  | { readonly ok: false; readonly problem: string };

/** Reads both files and holds them against each other and the clock. No word of a key is in the problem. */
export function readCertificate(
  files: Pick<TurnTlsConfig, "certificate" | "key">,
  now: Date,
): CertificateReading {
  const certificate = contentOf(files.certificate);
  const key = contentOf(files.key);
  const wrong = (problem: string): CertificateReading => ({
    ok: false,
    problem,
  });
  if (certificate === undefined)
    return wrong(`TURN_TLS_CERTIFICATE: ${files.certificate} can't be read`);
  if (key === undefined)
    return wrong(`TURN_TLS_KEY: ${files.key} can't be read`);
  const leaf = parsed(() => new X509Certificate(certificate));
  if (leaf === undefined)
    return wrong(
      `TURN_TLS_CERTIFICATE: ${files.certificate} is no certificate`,
    );
  const secret = parsed(() => createPrivateKey(key));
  if (secret === undefined)
    return wrong(`TURN_TLS_KEY: ${files.key} is no key without a password`);
  if (!leaf.checkPrivateKey(secret))
    return wrong("TURN_TLS_KEY is not the key of TURN_TLS_CERTIFICATE");
  if (leaf.validToDate < now)
    return wrong(
      `TURN_TLS_CERTIFICATE: ${files.certificate} has expired on ${leaf.validTo}`,
    );
  return { ok: true, certificate, key, validTo: leaf.validToDate };
}

/** Who the relay runs as; undefined: as we. */
type FileOwner = { readonly uid: number; readonly gid: number } | undefined;

export interface RelayCertificateDeps {
  readonly tls: TurnTlsConfig;
  /** The relay's own. */
  readonly folder: string;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * The relay's copies of the certificate and its key, which it alone may read: the administrator's files are root's, as
 * a rule. A certificate that is no good is told in the log, and the relay goes without TLS or with the one before.
 */
export class RelayCertificate {
  readonly #deps: RelayCertificateDeps;
  readonly #copies: RelayTls;
  #owner: FileOwner;
  #isPlaced = false;
  #reading: CertificateReading = { ok: false, problem: "" };

  constructor(deps: RelayCertificateDeps) {
    this.#deps = deps;
    this.#copies = {
      port: deps.tls.port,
      certificateFile: join(deps.folder, "tls.crt"),
      keyFile: join(deps.folder, "tls.key"),
    };
  }

  /** There are copies of a pair that was good. */
  get isPlaced(): boolean {
    return this.#isPlaced;
  }

  /** Where the copies lie; null when there is nothing to copy. */
  place(owner: FileOwner): RelayTls | null {
    this.#owner = owner;
    this.#reading = { ok: false, problem: "" };
    this.#isPlaced = false;
    this.renew();
    return this.isPlaced ? this.#copies : null;
  }

  /** Takes over what has changed since; true when there is another good one. */
  renew(): boolean {
    const { tls, clock, log } = this.#deps;
    const reading = readCertificate(tls, clock.now());
    if (isDeepStrictEqual(reading, this.#reading)) return false;
    this.#reading = reading;
    if (reading.ok) this.#write(reading);
    else
      log.error(
        { problem: reading.problem },
        "the relay's certificate is no good: networks that let nothing but TLS out can't call",
      );
    return reading.ok;
  }

  #write({
    certificate,
    key,
  }: Extract<CertificateReading, { ok: true }>): void {
    const { certificateFile, keyFile } = this.#copies;
    for (const [file, text] of [
      [certificateFile, certificate],
      [keyFile, key],
    ] as const) {
      writeFileSync(file, text, { mode: 0o600 });
      if (this.#owner !== undefined)
        chownSync(file, this.#owner.uid, this.#owner.gid);
    }
    this.#isPlaced = true;
  }
}

function contentOf(file: string): string | undefined {
  return parsed(() => readFileSync(file, "utf8"));
}

function parsed<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
