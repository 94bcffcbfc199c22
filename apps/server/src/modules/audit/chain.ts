import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/** What an entry proves. The actor's name is not part of it, so that it can be erased. */
export interface ChainedFact {
  readonly position: number;
  readonly at: Date;
  readonly type: string;
  readonly actorId: string | null;
  readonly address: string | null;
  readonly details: Readonly<Record<string, string>>;
}

/** What stands before the first entry. */
export const chainStart = Buffer.alloc(32);

/** One spelling only: an array in a fixed order, details sorted by key. */
function canonical(fact: ChainedFact): string {
  const { position, at, type, actorId, address, details } = fact;
  const sorted = Object.entries(details).sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
  return JSON.stringify([
    position,
    at.toISOString(),
    type,
    actorId,
    address,
    sorted,
  ]);
}

/** SHA-256 of the hash before and this fact (reliability §3, "log and audit"). */
export const linkHash = (previous: Buffer, fact: ChainedFact): Buffer =>
  createHash("sha256").update(previous).update(canonical(fact)).digest();

/** The server's own mark on where the chain ends. */
export const sealHead = (key: string, { position, hash }: ChainHead): Buffer =>
  createHmac("sha256", key)
    .update(`audit head ${String(position)} `)
    .update(hash)
    .digest();

export interface ChainHead {
  readonly position: number;
  readonly hash: Buffer;
}

/** The chain holds, or the first position at which it does not. */
export type Verdict =
  | { readonly isIntact: true; readonly entryCount: number }
  | { readonly isIntact: false; readonly firstBadPosition: number };

/** Walks a chain from its beginning; `next` is called for each entry in order, then `end` with the sealed head. */
export function createVerifier(key: string) {
  let last: ChainHead = { position: 0, hash: chainStart };
  let firstBadPosition: number | undefined;
  const bad = (position: number): void => {
    firstBadPosition ??= position;
  };
  return {
    next(entry: ChainedFact & { readonly hash: Buffer }): void {
      const expected = last.position + 1;
      if (entry.position !== expected) bad(expected);
      else if (!linkHash(last.hash, entry).equals(entry.hash)) bad(expected);
      last = { position: entry.position, hash: entry.hash };
    },
    end(head: (ChainHead & { readonly seal: Buffer }) | undefined): Verdict {
      const sealed = head ?? emptyHead(key);
      if (sealed.position !== last.position)
        bad(Math.min(sealed.position, last.position) + 1);
      else if (!sealed.hash.equals(last.hash)) bad(last.position);
      if (!isSealed(key, sealed)) bad(sealed.position);
      return firstBadPosition === undefined
        ? { isIntact: true, entryCount: last.position }
        : { isIntact: false, firstBadPosition };
    },
  };
}

function emptyHead(key: string) {
  const head = { position: 0, hash: chainStart };
  return { ...head, seal: sealHead(key, head) };
}

function isSealed(
  key: string,
  head: ChainHead & { readonly seal: Buffer },
): boolean {
  const right = sealHead(key, head);
  return right.length === head.seal.length && timingSafeEqual(right, head.seal);
}
