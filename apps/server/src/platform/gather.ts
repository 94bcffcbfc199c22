export interface GatherOptions<Key, Value> {
  /** Answers for many at once, in their order. */
  readonly read: (keys: readonly Key[]) => Promise<readonly Value[]>;
  /** By default 200: one statement for a small answer each. */
  readonly maxKeys?: number;
  /** How long an answer may be, where that is known before; by default all weigh nothing. */
  readonly weightOf?: (key: Key) => number;
  /** So much is read at once, or one key however much it weighs. */
  readonly maxWeight?: number;
  /** Readings that run at the same time; by default 2. */
  readonly maxReadings?: number;
}

interface Asked<Key, Value> {
  readonly key: Key;
  readonly resolve: (value: Value) => void;
  readonly reject: (error: unknown) => void;
}

/** So many in one reading are a crowd. */
const CROWD = 8;

/**
 * Answers each caller by a reading that begins after the call. Who comes alone is read for at once; of a crowd that
 * comes in one moment, those who would wait for a connection anyway are read for together; the next of it are waited for
 * until the turn of the event loop ends, since a reading for ten costs hardly more than one for two.
 */
export function createGathering<Key, Value>({
  read,
  maxKeys = 200,
  maxReadings = 2,
  weightOf = () => 0,
  maxWeight = 0,
}: GatherOptions<Key, Value>): (key: Key) => Promise<Value> {
  const waiting: Asked<Key, Value>[] = [];
  let readings = 0;

  const readFor = async (all: readonly Asked<Key, Value>[]): Promise<void> => {
    try {
      const values = await read(all.map(({ key }) => key));
      if (values.length !== all.length)
        throw new Error("a reading for many left some without an answer");
      all.forEach(({ resolve }, index) => {
        // Counted just before.
        resolve(values[index] as Value);
      });
    } catch (error) {
      for (const { reject } of all) reject(error);
    }
  };
  const work = async (): Promise<void> => {
    readings += 1;
    // Whoever asks in the same turn of the loop is in the same reading.
    await Promise.resolve();
    while (waiting.length > 0) {
      const count = countFitting(
        waiting.slice(0, maxKeys).map(({ key }) => weightOf(key)),
        maxWeight,
      );
      await readFor(waiting.splice(0, count));
      if (count >= CROWD) await new Promise(setImmediate);
    }
    readings -= 1;
  };

  return (key) =>
    new Promise((resolve, reject) => {
      waiting.push({ key, resolve, reject });
      if (readings < maxReadings) void work();
    });
}

/** How many of these come to no more than that together; at least one. */
function countFitting(weights: readonly number[], maxWeight: number): number {
  let sum = 0;
  const end = weights.findIndex((weight) => (sum += weight) > maxWeight);
  return end === -1 ? weights.length : Math.max(1, end);
}
