import type {
  AskedHelp,
  Board,
  CustomerRequest,
  OperatorState,
  RequestId,
  ServiceRequest,
} from "@veche/contracts";
import { AppError } from "../../platform/app-error.ts";
import type { Powers } from "./powers.ts";
import {
  presentAskedHelp,
  presentToCustomer,
  presentToStaff,
  presentWaiting,
} from "./present.ts";
import { countByState } from "./store/operators.ts";
import { queueNames, staffedQueues } from "./store/queues.ts";
import {
  countQueued,
  firstQueued,
  placesOf,
  requestsAskingHelp,
} from "./store/requests.ts";
import type { RequestRow, TransferRow } from "./store/rows.ts";
import { transfersNamed } from "./store/transfers.ts";

/** The requests with their customers, for staff. */
export async function loadForStaff(
  powers: Pick<Powers, "customers" | "database">,
  requests: readonly RequestRow[],
): Promise<readonly ServiceRequest[]> {
  if (requests.length === 0) return [];
  const [found, transfers, queueNameOf] = await Promise.all([
    powers.customers.many([
      ...new Set(requests.map((request) => request.customerId)),
    ]),
    loadTransfers(powers, requests),
    loadQueueNames(powers),
  ]);
  const byId = new Map(found.map((customer) => [customer.id, customer]));
  return requests.flatMap((request) => {
    const customer = byId.get(request.customerId);
    const transfer = transfers.get(request.id);
    return customer === undefined
      ? []
      : [
          presentToStaff(request, {
            ...{ customer, transfer },
            queueName: queueNameOf(request),
          }),
        ];
  });
}

type NameOfQueue = (request: Pick<RequestRow, "queueId">) => string | null;

/** What the queue of a request is called, once there are several. */
async function loadQueueNames({
  database: { db },
}: Pick<Powers, "database">): Promise<NameOfQueue> {
  const names = await queueNames(db);
  return ({ queueId }) =>
    names.size > 1 ? (names.get(queueId) ?? null) : null;
}

/** The hand-overs going on, by request; hardly ever there is one, and then no question is asked. */
export async function loadTransfers(
  { database: { db } }: Pick<Powers, "database">,
  requests: readonly RequestRow[],
): Promise<ReadonlyMap<RequestId, TransferRow>> {
  const ids = requests.flatMap(({ transferId }) => transferId ?? []);
  const rows = ids.length === 0 ? [] : await transfersNamed(db, ids);
  return new Map(rows.map((row) => [row.requestId, row]));
}

export async function loadOneForStaff(
  powers: Pick<Powers, "customers" | "database">,
  request: RequestRow,
): Promise<ServiceRequest> {
  const [view] = await loadForStaff(powers, [request]);
  if (view === undefined) throw new AppError("request.not_found");
  return view;
}

/** The requests as their customers see them, places in the queue included. */
export async function loadForCustomers(
  powers: Pick<Powers, "database">,
  requests: readonly RequestRow[],
): Promise<readonly CustomerRequest[]> {
  if (requests.length === 0) return [];
  const { db } = powers.database;
  const [places, staffed, transfers] = await Promise.all([
    placesOf(
      db,
      requests.map((request) => request.id),
    ),
    staffedQueues(db),
    loadTransfers(powers, requests),
  ]);
  return requests.map((request) =>
    presentToCustomer(request, {
      position: places.get(request.id),
      transfer: transfers.get(request.id),
      isStaffed: staffed.has(request.queueId),
    }),
  );
}

export async function loadForCustomer(
  powers: Pick<Powers, "database">,
  request: RequestRow,
): Promise<CustomerRequest> {
  const [view] = await loadForCustomers(powers, [request]);
  if (view === undefined) throw new AppError("request.not_found");
  return view;
}

const longestBoard = 50;

/** Who asks for help now, the longest first. */
export async function loadAskedHelp({
  database: { db },
}: Pick<Powers, "database">): Promise<AskedHelp[]> {
  const rows = await requestsAskingHelp(db, longestBoard);
  return rows.flatMap(presentAskedHelp);
}

/** How operators' states are counted on the board; whoever is offline is not there. */
const boardGroups = {
  available: ["available"],
  busy: ["ringing", "in_call", "wrap_up"],
  away: ["break", "not_responding"],
} as const satisfies Record<
  keyof Board["operatorsByState"],
  readonly OperatorState[]
>;

export async function loadBoard(
  powers: Pick<Powers, "database">,
): Promise<Board> {
  return presentBoard(await loadQueueHead(powers));
}

/** The board's numbers with the rows they stand for. */
export interface QueueHead {
  /** The longest waiting first. */
  readonly rows: readonly RequestRow[];
  readonly waitingCount: number;
  readonly operatorCounts: ReadonlyMap<OperatorState, number>;
  readonly queueNameOf: NameOfQueue;
}

export async function loadQueueHead(
  powers: Pick<Powers, "database">,
): Promise<QueueHead> {
  const { db } = powers.database;
  const [rows, waitingCount, operatorCounts, queueNameOf] = await Promise.all([
    firstQueued(db, longestBoard),
    countQueued(db),
    countByState(db),
    loadQueueNames(powers),
  ]);
  return { rows, waitingCount, operatorCounts, queueNameOf };
}

export function presentBoard({
  rows,
  waitingCount,
  operatorCounts,
  queueNameOf,
}: QueueHead): Board {
  const count = (states: readonly OperatorState[]): number =>
    states.reduce(
      (total, state) => total + (operatorCounts.get(state) ?? 0),
      0,
    );
  return {
    waiting: rows.map((row) => presentWaiting(row, queueNameOf(row))),
    waitingCount,
    operatorsByState: {
      available: count(boardGroups.available),
      busy: count(boardGroups.busy),
      away: count(boardGroups.away),
    },
  };
}
