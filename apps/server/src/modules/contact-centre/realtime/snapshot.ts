import type { Board, CustomerId, DeskSnapshot, Notice } from "@veche/contracts";
import { serverActor } from "../../../platform/db/database.ts";
import type { SnapshotSource } from "../../../platform/realtime/hub.ts";
import type { UserPrincipal } from "../../../platform/principal.ts";
import { createSharedRead } from "../../../platform/shared-read.ts";
import { later } from "../domain/later.ts";
import {
  loadAskedHelp,
  loadBoard,
  loadForCustomer,
  loadForStaff,
} from "../load.ts";
import type { Powers } from "../powers.ts";
import { presentOffer, presentOperator } from "../present.ts";
import { may } from "../../identity/index.ts";
import { openOfferOfOperator } from "../store/offers.ts";
import { ensureOperator, findOperator } from "../store/operators.ts";
import {
  activeRequestsOf,
  latestRequestOf,
  requestsNamed,
} from "../store/requests.ts";
import type { OperatorRow } from "../store/rows.ts";

/** A customer who comes back within this learns how their last request ended. */
const endIsToldForMs = 3_600_000;

/** What a fresh connection is told: operators their desk, supervisors the board and who asks for help, customers their own request. */
export function createSnapshot(powers: Powers): SnapshotSource {
  const board = createSharedRead(() => loadBoard(powers));
  return async (principal): Promise<readonly Notice[]> => {
    if (principal.kind === "customer")
      return tellCustomer(powers, principal.id);
    if (principal.kind !== "user") return [];
    return [
      ...(await tellStaff(powers, principal, board)),
      ...(may(principal, "operators.see") ? [await tellHelp(powers)] : []),
    ];
  };
}

const tellHelp = async (powers: Powers): Promise<Notice> => ({
  type: "help.changed",
  asked: await loadAskedHelp(powers),
});

async function tellStaff(
  powers: Powers,
  principal: UserPrincipal,
  board: () => Promise<Board>,
): Promise<readonly Notice[]> {
  if (may(principal, "requests.serve"))
    return [
      {
        type: "desk.snapshot",
        desk: await loadDesk({ ...powers, board }, principal),
      },
    ];
  return may(principal, "requests.see_all")
    ? [{ type: "board.changed", board: await board() }]
    : [];
}

async function tellCustomer(
  powers: Powers,
  customerId: CustomerId,
): Promise<readonly Notice[]> {
  const since = later(powers.clock.now(), -endIsToldForMs);
  const request = await latestRequestOf(powers.database.db, customerId, since);
  if (request === undefined) return [];
  return [
    {
      type: "my_request.changed",
      request: await loadForCustomer(powers, request),
    },
  ];
}

type DeskPowers = Powers & { readonly board: () => Promise<Board> };

async function loadDesk(
  powers: DeskPowers,
  principal: UserPrincipal,
): Promise<DeskSnapshot> {
  const { id: userId } = principal;
  const { database } = powers;
  const [operator, board, offer, active] = await Promise.all([
    knownOperator(powers, principal),
    powers.board(),
    openOfferOfOperator(database.db, userId),
    activeRequestsOf(database.db, userId),
  ]);
  const offered =
    offer === undefined
      ? []
      : await requestsNamed(database.db, [offer.requestId]);
  const wrappedUp =
    operator.wrapUpRequestId === null
      ? []
      : await requestsNamed(database.db, [operator.wrapUpRequestId]);
  const [request] = await loadForStaff(powers, offered);
  const [wrappingUp] = await loadForStaff(powers, wrappedUp);
  return {
    status: presentOperator(operator),
    board,
    offer:
      offer === undefined || request === undefined
        ? null
        : presentOffer(offer, request),
    active: [...(await loadForStaff(powers, active))],
    wrappingUp: wrappingUp ?? null,
  };
}

/** Who was never seen here, or goes by another name by now, is made known first. */
async function knownOperator(
  { database, clock }: Powers,
  { id: userId, name }: UserPrincipal,
): Promise<OperatorRow> {
  const known = await findOperator(database.db, userId);
  if (known?.name === name) return known;
  await database.transact(
    serverActor,
    ({ tx }) => ensureOperator(tx, { userId, name, now: clock.now() }),
    { isEssential: true },
  );
  const operator = await findOperator(database.db, userId);
  if (operator === undefined)
    throw new Error("an operator who was just made known is missing");
  return operator;
}
