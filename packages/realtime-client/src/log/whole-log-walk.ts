import type { LogTarget } from "./conversation-log.ts";
import { newestOf, oldestOf, placeOf } from "./held-ranges.ts";
import type { LogKeeper } from "./log-keeper.ts";
import type { LogWalk } from "./log-walk.ts";

/** A stretch in view keeps at most so many entries: its other end is dropped and read again when scrolled to. */
const longestViewed = 3000;
const keptOfLongest = 2400;

/** The position of the entry to be shown, where what is held reaches to the target. */
function heldPlace(log: LogKeeper, target: LogTarget): number | undefined {
  if ("seq" in target) {
    const entries = log.ranges.find(
      ({ fromSeq, toSeq }) => fromSeq <= target.seq && target.seq <= toSeq,
    )?.entries;
    return (
      entries && (entries[placeOf(entries, target.seq)] ?? entries.at(-1))?.seq
    );
  }
  const around = log.ranges.find(
    ({ entries, fromSeq }) =>
      (fromSeq === 1 || (entries[0]?.at ?? "~") < target.at) &&
      (entries.at(-1)?.at ?? "") >= target.at,
  );
  return around?.entries.find(({ at }) => at >= target.at)?.seq;
}

/** Walks a log of any length: the view may stand anywhere in it and moves both ways. */
export class WholeLogWalk implements LogWalk {
  readonly #log: LogKeeper;

  constructor(log: LogKeeper) {
    this.#log = log;
  }

  readonly loadNewer = async (): Promise<void> => {
    const { viewed, isLoading, position = 0 } = this.#log;
    if (viewed === undefined || isLoading || viewed.toSeq >= position) return;
    const page = await this.#log.load("newer", { afterSeq: viewed.toSeq });
    if (page !== undefined) this.grown("newer", page.fromSeq);
  };

  readonly jumpTo = async (target: LogTarget): Promise<number | null> => {
    const held = heldPlace(this.#log, target);
    if (held !== undefined) return this.#look(held);
    const page = await this.#log.load(
      "place",
      "seq" in target ? { aroundSeq: target.seq } : { aroundAt: target.at },
    );
    if (page === undefined) return null;
    const entry =
      page.entries.find((one) =>
        "seq" in target ? one.seq >= target.seq : one.at >= target.at,
      ) ?? page.entries.at(-1);
    return entry === undefined ? null : this.#look(entry.seq);
  };

  readonly toNewest = async (): Promise<void> => {
    this.#log.look({ kind: "end" });
    await this.#log.loadEnd();
  };

  readonly grown = (at: "older" | "newer", seq: number): void => {
    const { viewed } = this.#log;
    if (viewed === undefined || viewed.entries.length <= longestViewed) return;
    const cut = at === "older" ? oldestOf : newestOf;
    this.#log.cutView(cut(viewed, keptOfLongest), seq);
  };

  #look(seq: number): number {
    this.#log.look({ kind: "at", seq });
    return seq;
  }
}
