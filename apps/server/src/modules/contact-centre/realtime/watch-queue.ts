import type { CustomerRequest, QueueId, RequestId } from "@veche/contracts";
import { createThrottle, type Throttle } from "../../../platform/throttle.ts";
import { loadQueueHead, loadTransfers, presentBoard } from "../load.ts";
import type { Powers } from "../powers.ts";
import { presentToCustomer } from "../present.ts";
import { staffedQueues } from "../store/queues.ts";
import { queuedRequests } from "../store/requests.ts";
import type { RequestRow } from "../store/rows.ts";
import type { StaffOnLine } from "./staff-on-line.ts";

/** The queue as a whole, shown when it moves: to staff, and to each customer in it their own place. */
export interface QueueWatch extends AsyncDisposable {
  /** Somebody was just told this of themselves. */
  wasTold(request: CustomerRequest): void;
  quiet(): Promise<void>;
}

/** The board and the places at the head. */
const headEveryMs = 250;
/** The ring goes before the board. */
const gatherMs = 50;
/** Places far from the head: with a thousand waiting, each of them moves with every request served. */
const tailEveryMs = 2_000;

export function watchQueue(powers: Powers, staff: StaffOnLine): QueueWatch {
  const { bus } = powers;
  const places = rememberPlaces(powers);
  const readings = [
    watchHead(powers, staff, places),
    watchTail(powers, places),
  ];
  const look = (): void => {
    for (const reading of readings) reading.add("queue");
  };
  const feeds = new DisposableStack();
  feeds.use(bus.on("request.changed", look));
  feeds.use(bus.on("operator.changed", look));
  return {
    wasTold(request) {
      places.wasTold(request);
      // What was told may have been read before what a look showed in the meantime: look once more.
      if (request.position !== null) look();
    },
    async quiet() {
      for (const reading of readings) await reading.quiet();
    },
    async [Symbol.asyncDispose]() {
      feeds.dispose();
      for (const reading of readings) await reading[Symbol.asyncDispose]();
    },
  };
}

function watchHead(
  powers: Powers,
  staff: StaffOnLine,
  places: Places,
): Throttle<"queue"> {
  return createThrottle({
    ...powers,
    gatherMs,
    everyMs: headEveryMs,
    onFailure: "forget",
    flush: async () => {
      places.beginReading("head");
      const [queue, staffed] = await Promise.all([
        loadQueueHead(powers),
        staffedQueues(powers.database.db),
      ]);
      places.tell("head", await standingsOf(powers, queue.rows, staffed));
      const watchers = staff.boardWatchers();
      if (watchers.length > 0)
        powers.hub.notify(watchers, {
          type: "board.changed",
          board: presentBoard(queue),
        });
    },
  });
}

function watchTail(powers: Powers, places: Places): Throttle<"queue"> {
  const { db } = powers.database;
  return createThrottle({
    ...powers,
    gatherMs: headEveryMs,
    everyMs: tailEveryMs,
    onFailure: "forget",
    flush: async () => {
      places.beginReading("tail");
      const [rows, staffed] = await Promise.all([
        queuedRequests(db),
        staffedQueues(db),
      ]);
      places.tell("tail", await standingsOf(powers, rows, staffed));
      places.forgetOthersThan(rows);
    },
  });
}

/** A customer in the queue and what they are to be told. */
interface Standing {
  readonly customerId: RequestRow["customerId"];
  readonly request: CustomerRequest;
}

/**
 * Everybody's place in their queue; `rows` are the oldest of all queues. Whom an operator still serves while handing them over is
 * told of no place.
 */
async function standingsOf(
  powers: Powers,
  rows: readonly RequestRow[],
  staffed: ReadonlySet<QueueId>,
): Promise<readonly Standing[]> {
  const transfers = await loadTransfers(powers, rows);
  const counts = new Map<QueueId, number>();
  return rows.flatMap((row) => {
    const position = (counts.get(row.queueId) ?? 0) + 1;
    counts.set(row.queueId, position);
    return row.operatorId !== null
      ? []
      : [
          {
            customerId: row.customerId,
            request: presentToCustomer(row, {
              position,
              transfer: transfers.get(row.id),
              isStaffed: staffed.has(row.queueId),
            }),
          },
        ];
  });
}

type Places = ReturnType<typeof rememberPlaces>;
type Reading = "head" | "tail";

/** What each customer in the queue was told last, so that only what changed is told. */
function rememberPlaces({ hub }: Pick<Powers, "hub">) {
  const told = new Map<RequestId, string>();
  /** Those served since a reading began: the reading may still show them waiting. */
  const servedSince: Record<Reading, Set<RequestId>> = {
    head: new Set(),
    tail: new Set(),
  };
  const remember = (request: CustomerRequest): void => {
    if (request.position !== null) {
      told.set(request.id, standingOf(request));
      return;
    }
    told.delete(request.id);
    servedSince.head.add(request.id);
    servedSince.tail.add(request.id);
  };
  return {
    wasTold: remember,
    /** Who left the queue unseen is not remembered for ever. */
    forgetOthersThan(rows: readonly RequestRow[]) {
      const queued = new Set(rows.map((row) => row.id));
      for (const id of told.keys()) if (!queued.has(id)) told.delete(id);
    },
    beginReading: (reading: Reading) => servedSince[reading].clear(),
    tell(reading: Reading, standings: readonly Standing[]) {
      for (const { customerId, request } of standings) {
        const isKnown =
          told.get(request.id) === standingOf(request) ||
          servedSince[reading].has(request.id);
        if (isKnown || !hub.isConnected(customerId)) continue;
        remember(request);
        hub.notify([customerId], { type: "my_request.changed", request });
      }
    },
  };
}

const standingOf = ({ position, isStaffed }: CustomerRequest): string =>
  `${String(position)} ${String(isStaffed)}`;
