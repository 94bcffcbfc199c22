import { createAlarm, type Alarm } from "../../platform/alarm.ts";
import type { Timers } from "../../platform/timers.ts";
import { doDueWork } from "./use-cases/do-due-work.ts";
import { examineFile, type ExamineDeps } from "./use-cases/examine-file.ts";

export interface DueWorkDeps extends ExamineDeps {
  readonly timers: Timers;
}

/** What another server left undone is found by then. */
const lookEveryMs = 60_000;

/** Looks at files and removes them when they are due; everything it goes by stands in the table. */
export const createDueWork = (deps: DueWorkDeps): Alarm =>
  createAlarm({
    ...deps,
    atLeastEveryMs: lookEveryMs,
    round: () =>
      doDueWork({ ...deps, examine: (file) => examineFile(deps, file) }),
  });
