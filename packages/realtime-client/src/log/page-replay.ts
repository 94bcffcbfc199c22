import type { EntryChange } from "@veche/contracts";
import type { LogPage } from "./log-page.ts";

interface Ahead {
  readonly fromSeq: number;
  readonly toSeq: number;
  readonly headSeq: number;
}

/** What happened while a page was on its way. */
export interface Replay {
  /** The changes that a page read at `headSeq` does not show yet. */
  readonly since: (headSeq: number) => readonly EntryChange[];
  readonly end: () => void;
}

/**
 * Pages and live events come by different roads. A page may be older than what was taken meanwhile: those changes are
 * laid over it. Or newer than the position: the changes on their way are in it already, and an older one of two edits
 * must not come back for a moment.
 */
export class PageReplay {
  readonly #recent: EntryChange[] = [];
  #open = 0;
  #ahead: readonly Ahead[] = [];

  begin(): Replay {
    this.#open += 1;
    return {
      since: (headSeq) => this.#recent.filter(({ seq }) => seq > headSeq),
      end: () => {
        this.#open -= 1;
        if (this.#open === 0) this.#recent.length = 0;
      },
    };
  }

  /** False: what is held shows it already. */
  takes(change: EntryChange): boolean {
    if (this.#open > 0) this.#recent.push(change);
    return !this.#ahead.some(
      ({ fromSeq, toSeq, headSeq }) =>
        change.seq <= headSeq &&
        fromSeq <= change.messageSeq &&
        change.messageSeq <= toSeq,
    );
  }

  /** A page newer than the position is held now. */
  ahead({ fromSeq, toSeq, headSeq }: LogPage): void {
    this.#ahead = [...this.#ahead, { fromSeq, toSeq, headSeq }];
  }

  reached(position: number): void {
    this.#ahead = this.#ahead.filter(({ headSeq }) => headSeq > position);
  }

  /** Nothing is held any more. */
  forget(): void {
    this.#ahead = [];
  }
}
