import { liveBoardEndpoints } from "@veche/contracts";
import { route, type Route } from "../../../platform/http/route.ts";
import { figuresOf, hoursOf } from "../domain/day-figures.ts";
import { startOfDay } from "../domain/start-of-day.ts";
import type { Powers } from "../powers.ts";
import { readLiveBoard } from "../store/live-board.ts";

/** The board is read, not told: its figures and its queue are of one instant, and nobody is sent what they don't look at. */
export const getLiveBoard = ({
  database: { db },
  clock,
  ratings,
  settings: { timeZone },
}: Powers): Route =>
  route(
    liveBoardEndpoints.getLiveBoard,
    async ({ query: { withinSeconds } }) => {
      const now = clock.now();
      const since = startOfDay(now, timeZone);
      const [board, score] = await Promise.all([
        readLiveBoard(db, { since, withinSeconds }),
        ratings.peopleSince(since),
      ]);
      return {
        at: now.toISOString(),
        now: board.now,
        queues: [...board.queues],
        today: {
          since: since.toISOString(),
          ...{ timeZone, withinSeconds, score },
          figures: figuresOf(board.hours),
          hours: hoursOf(board.hours, { since, now }),
        },
      };
    },
  );
