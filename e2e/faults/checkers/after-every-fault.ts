import {
  deletedLeavesNothing,
  editsStand,
  nothingStrangeAnswered,
  reactionsRecount,
} from "./changes.ts";
import { countersRecount } from "./counters.ts";
import type { Checker, Evidence } from "./evidence.ts";
import { filesWholeOrAbsent } from "./files.ts";
import { auditChainHolds, memoryIsBounded, nobodyIsSentAway } from "./house.ts";
import { gapless, viewsAgree } from "./logs.ts";
import { membersRecount, outsidersSeeNothing } from "./members.ts";
import { ackedOnce, nothingLeftUnsent, unackedAtMostOnce } from "./messages.ts";
import { scheduledSentOnce } from "./scheduled.ts";

const p0: readonly Checker[] = [
  ackedOnce,
  unackedAtMostOnce,
  nothingLeftUnsent,
  gapless,
  viewsAgree,
  countersRecount,
  editsStand,
  deletedLeavesNothing,
  reactionsRecount,
  membersRecount,
  outsidersSeeNothing,
  scheduledSentOnce,
  filesWholeOrAbsent,
  nothingStrangeAnswered,
  auditChainHolds,
  memoryIsBounded,
  nobodyIsSentAway,
];

/** What must hold after every fault. */
export const violationsOfCommonCondition: Checker = (evidence: Evidence) =>
  p0.flatMap((check) => check(evidence));
