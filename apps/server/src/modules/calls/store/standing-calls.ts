import type { CallMedia } from "@veche/contracts";
import type { Db } from "../../../platform/db/database.ts";
import { rowsOf } from "../../../platform/db/statements.ts";
import type { CallsTables } from "./tables.ts";

/** What goes on now in calls, counted. */
export interface StandingCalls {
  readonly calls: readonly {
    readonly state: "ringing" | "active";
    readonly media: CallMedia;
    readonly count: number;
  }[];
  /** Places of those who have not left. */
  readonly seats: readonly { readonly state: string; readonly count: number }[];
  /** What they send now. */
  readonly tracks: {
    readonly microphone: number;
    readonly camera: number;
    readonly screen: number;
  };
}

export async function countStandingCalls(
  db: Db<CallsTables>,
): Promise<StandingCalls> {
  const calls = await rowsOf<StandingCalls["calls"][number]>(
    db,
    `SELECT state, media, count(*) AS count FROM calls WHERE state <> 'ended' GROUP BY state, media`,
    [],
  );
  const seats = await rowsOf<
    StandingCalls["seats"][number] & StandingCalls["tracks"]
  >(
    db,
    `SELECT state, count(*) AS count,
       count(*) FILTER (WHERE (media ->> 'microphone')::boolean) AS microphone,
       count(*) FILTER (WHERE (media ->> 'camera')::boolean) AS camera,
       count(*) FILTER (WHERE (media ->> 'screen')::boolean) AS screen
     FROM call_participants WHERE state <> 'left' GROUP BY state`,
    [],
  );
  const sending = seats.filter(({ state }) => state === "live");
  const sum = (kind: keyof StandingCalls["tracks"]): number =>
    sending.reduce((total, row) => total + row[kind], 0);
  return {
    calls,
    seats: seats.map(({ state, count }) => ({ state, count })),
    tracks: {
      microphone: sum("microphone"),
      camera: sum("camera"),
      screen: sum("screen"),
    },
  };
}
