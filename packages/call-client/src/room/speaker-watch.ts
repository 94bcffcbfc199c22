import type { JoinId } from "@veche/contracts";
import type { CallPowers } from "../call-powers.ts";

const lookEveryMs = 200;
/** Below that it is a room's own noise. */
const quietLevel = 0.02;
/** Who has been louder for so many looks in a row has the word. */
const looksToTake = 2;

export interface SpeakerWatchDeps {
  readonly powers: CallPowers;
  readonly levels: () => ReadonlyMap<JoinId, number>;
  readonly changed: () => void;
}

/** Who speaks: the loudest for a while; whoever spoke last keeps the word while all are silent. */
export class SpeakerWatch {
  readonly #deps: SpeakerWatchDeps;
  #speaker: JoinId | null = null;
  #rival: JoinId | null = null;
  #looks = 0;
  #cancel = (): void => undefined;

  constructor(deps: SpeakerWatchDeps) {
    this.#deps = deps;
    this.#schedule();
  }

  get speaker(): JoinId | null {
    return this.#speaker;
  }

  close(): void {
    this.#cancel();
  }

  #schedule(): void {
    this.#cancel = this.#deps.powers.after(lookEveryMs, () => {
      this.#look();
      this.#schedule();
    });
  }

  #look(): void {
    const [loudest] = [...this.#deps.levels()].sort(
      ([, one], [, other]) => other - one,
    );
    const [joinId = null, level = 0] = loudest ?? [];
    if (level < quietLevel || joinId === this.#speaker) {
      this.#rival = null;
      return;
    }
    this.#looks = this.#rival === joinId ? this.#looks + 1 : 1;
    this.#rival = joinId;
    if (this.#looks < looksToTake) return;
    this.#speaker = joinId;
    this.#deps.changed();
  }
}
