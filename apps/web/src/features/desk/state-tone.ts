import type { OperatorState } from "@veche/contracts";
import type { Tone } from "../../platform/kit/chip.tsx";

/** The colour of a state; its words always stand beside it. */
export const stateTones: Readonly<Record<OperatorState, Tone>> = {
  available: "positive",
  ringing: "accent",
  in_call: "accent",
  wrap_up: "caution",
  break: "caution",
  offline: "quiet",
  not_responding: "danger",
};

/** While busy a wish takes effect afterwards. */
export const isBusy = (state: OperatorState): boolean =>
  state === "ringing" || state === "in_call" || state === "wrap_up";
