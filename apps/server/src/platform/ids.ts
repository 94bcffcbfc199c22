import { randomBytes, randomFillSync } from "node:crypto";
import { v7 } from "uuid";
import type { Id } from "@veche/contracts";

/** Makes identifiers and secrets; passed in, so that tests can foresee them. */
export interface Ids {
  /** A new identifier, version 7: later ones sort after earlier ones. */
  next<Kind extends Id<string>>(): Kind;
  /** An unguessable token of 256 bits, base64url. */
  secret(): string;
}

const bytesPerId = 16;
/** Random bytes are fetched for so many identifiers at once: each fetching costs more than the identifier. */
const idsPerFetch = 512;

/** Identifiers of one process, each after all before it (RFC 9562, 6.2: a counter within the millisecond). */
function createIdSource(): () => string {
  const bytes = new Uint8Array(bytesPerId * idsPerFetch);
  const view = new DataView(bytes.buffer);
  let at = bytes.length;
  let msecs = 0;
  let seq = 0;
  return () => {
    if (at === bytes.length) {
      randomFillSync(bytes);
      at = 0;
    }
    const now = Date.now();
    if (now > msecs) {
      msecs = now;
      // The counter's highest bit is left free, so that it lasts longer than any millisecond.
      seq = view.getUint32(at) >>> 1;
    } else {
      seq += 1;
    }
    const random = bytes.subarray(at, at + bytesPerId);
    at += bytesPerId;
    return v7({ msecs, seq, random });
  };
}

const nextId = createIdSource();

export const systemIds: Ids = {
  // The library says string; the caller names what the id is of.
  next: <Kind extends Id<string>>() => nextId() as Kind,
  secret: () => randomBytes(32).toString("base64url"),
};
