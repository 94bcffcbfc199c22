import { countersRecount } from "./counters.ts";
import type { Checker, Evidence } from "./evidence.ts";
import { auditChainHolds, memoryIsBounded, nobodyIsSentAway } from "./house.ts";
import { gapless, viewsAgree } from "./logs.ts";
import { ackedOnce, nothingLeftUnsent, unackedAtMostOnce } from "./messages.ts";

const p0: readonly Checker[] = [
  ackedOnce,
  unackedAtMostOnce,
  nothingLeftUnsent,
  gapless,
  viewsAgree,
  countersRecount,
  auditChainHolds,
  memoryIsBounded,
  nobodyIsSentAway,
];

/** What must hold after every fault. */
export const violationsOfCommonCondition: Checker = (evidence: Evidence) =>
  p0.flatMap((check) => check(evidence));
