import type { LadderStep } from "@veche/contracts";
import { Store, type Readable } from "../store.ts";
import {
  advance,
  atTheTop,
  type LadderState,
  type LineSecond,
} from "./ladder.ts";

export interface LadderView {
  readonly step: LadderStep;
  /** Chosen by hand: the line's state changes nothing until it is let go. */
  readonly isHeld: boolean;
}

/** My place on the ladder, for the screen and for the hand. */
export interface Ladder {
  readonly state: Readable<LadderView>;
  /** Stays on this step, also when the line is good again or worse. */
  readonly hold: (step: LadderStep) => void;
  /** From here on it walks by itself again. */
  readonly release: () => void;
}

/** Walks by itself as the line is, unless a hand holds it. */
export class LadderWalk implements Ladder {
  readonly state = new Store<LadderView>({ step: "full", isHeld: false });
  readonly #changed: (view: LadderView) => void;
  #walked: LadderState = atTheTop;

  constructor(changed: (view: LadderView) => void) {
    this.#changed = changed;
  }

  readonly hold = (step: LadderStep): void => {
    this.#walked = { ...atTheTop, step };
    this.#show({ step, isHeld: true });
  };

  readonly release = (): void => {
    this.#show({ ...this.state.get(), isHeld: false });
  };

  second(second: LineSecond): void {
    if (this.state.get().isHeld) return;
    this.#walked = advance(this.#walked, second);
    this.#show({ step: this.#walked.step, isHeld: false });
  }

  #show(view: LadderView): void {
    const { step, isHeld } = this.state.get();
    if (view.step === step && view.isHeld === isHeld) return;
    this.state.set(view);
    this.#changed(view);
  }
}
