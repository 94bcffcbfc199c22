import type { OperatorState } from "@veche/contracts";
import type { Tone } from "../kit/chip.tsx";

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
