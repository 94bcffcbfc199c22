import type { AskedHelp } from "@veche/contracts";
import {
  createStore,
  type Readable,
  type RealtimeClient,
} from "@veche/realtime-client";

/** Operators who ask supervisors for help now; heard from the line's first word on, whatever is drawn. */
export interface HelpAsked {
  readonly all: Readable<readonly AskedHelp[]>;
  readonly close: () => void;
}

/** Only supervisors are told; with others it stays empty. One's own call for help is left out. */
export function createHelpAsked(
  realtime: Pick<RealtimeClient, "on">,
  myId: AskedHelp["operatorId"],
): HelpAsked {
  const all = createStore<readonly AskedHelp[]>([]);
  const close = realtime.on("help.changed", ({ asked }) =>
    all.set(asked.filter(({ operatorId }) => operatorId !== myId)),
  );
  return { all, close };
}
