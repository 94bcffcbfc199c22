import type { OperatorState } from "@veche/contracts";

export type IdleKind = "idle" | "offline" | "break" | "notResponding";

export interface IdleView {
  readonly kind: IdleKind;
  /** Which words the button of return carries; null while customers do reach me. */
  readonly wayBack: "imBack" | "goAvailable" | null;
}

/** What the middle of the desk says while there is no customer. */
export function idleView(state: OperatorState): IdleView {
  switch (state) {
    case "offline":
      return { kind: "offline", wayBack: "goAvailable" };
    case "break":
      return { kind: "break", wayBack: "imBack" };
    case "not_responding":
      return { kind: "notResponding", wayBack: "imBack" };
    case "available":
    case "ringing":
    case "in_call":
    case "wrap_up":
      return { kind: "idle", wayBack: null };
  }
}
