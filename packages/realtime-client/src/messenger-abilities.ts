import { entryAfter } from "@veche/contracts";
import type { Abilities } from "./abilities.ts";
import { isOvertaken } from "./is-overtaken.ts";
import { toldOf } from "./list/told-of.ts";
import { laidOver } from "./log/laid-over.ts";
import { WholeLogWalk } from "./log/whole-log-walk.ts";
import { commandOf } from "./outbox-command.ts";

/** Everything one does with messages and conversations: the staff's application. */
export const messengerAbilities: Abilities = {
  fold: toldOf,
  commandOf,
  isOvertaken,
  amend: entryAfter,
  createWalk: (log) => new WholeLogWalk(log),
  layOver: laidOver,
};
