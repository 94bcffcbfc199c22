/** Numbers of transactions as rows keep them come round after so many. */
const NUMBERS = 4_294_967_296n;
/** A version older than so many transactions says nothing any more. */
const OLDEST_HELD = 1_000_000_000n;
/** Below it are the numbers of no transaction: rows that have been there for ever. */
const FIRST_NORMAL = 3;

/**
 * The number that rows written since a version bear or that come after it; undefined for a version that this history
 * has not come to, or that is too old.
 */
export function firstSince(
  version: string | undefined,
  nextTransaction: string,
): number | undefined {
  if (version === undefined) return undefined;
  const behind = BigInt(nextTransaction) - BigInt(version);
  return behind < 0n || behind > OLDEST_HELD
    ? undefined
    : Number(BigInt(version) % NUMBERS);
}

/** What `age` says of rows that have been there for ever. */
const AGE_OF_ALL_OLDER = 2_147_483_647;

/** The number of a transaction by its age, beside the age of the first of all. */
export const numberOf = (age: number | null, ageOfFirst: number): number =>
  age === null || age === AGE_OF_ALL_OLDER
    ? 0
    : (ageOfFirst + FIRST_NORMAL - age) >>> 0;

/** Was a row written by this transaction or a later one? Though their numbers come round (PostgreSQL, 24.1.5). */
export const isSince = (writtenBy: number, first: number): boolean =>
  writtenBy >= FIRST_NORMAL && ((writtenBy - first) | 0) >= 0;
