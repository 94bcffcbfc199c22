import type { OperatorState } from "@veche/contracts";

/** While busy a wish takes effect afterwards. */
export const isBusy = (state: OperatorState): boolean =>
  state === "ringing" || state === "in_call" || state === "wrap_up";
