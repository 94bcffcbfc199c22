import { decideNotification, type Happening } from "@veche/contracts";

interface RingChoice {
  /** `spared`: they want calls, but not now. `unwanted`: nothing is said to them. */
  readonly kind: "rung" | "spared" | "unwanted";
  readonly isAudible: boolean;
}

/** Whether a call rings for somebody, by the rule of everything that is told. */
export function chooseRing(
  happening: Omit<Happening, "cause"> & { readonly isToMany: boolean },
): RingChoice {
  // A ring is heard or it is none.
  const verdict = decideNotification({
    ...happening,
    cause: "call",
    isInCall: false,
  });
  if (verdict.kind === "silent") {
    const isForNow =
      verdict.reason === "do_not_disturb" || verdict.reason === "quiet_hours";
    return { kind: isForNow ? "spared" : "unwanted", isAudible: false };
  }
  const isAudible = verdict.sound !== null;
  return happening.isToMany && happening.isInCall
    ? { kind: "spared", isAudible }
    : { kind: "rung", isAudible };
}
