import type { CustomerId, DeskSnapshot, Notice } from "@veche/contracts";
import { serverActor } from "../../../platform/db/database.ts";
import type { SnapshotSource } from "../../../platform/realtime/hub.ts";
import type { UserPrincipal } from "../../../platform/principal.ts";
import { later } from "../domain/later.ts";
import { loadBoard, loadForCustomer, loadForStaff } from "../load.ts";
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

/** A customer who comes back within this learns how their last request ended. */
const endIsToldForMs = 3_600_000;

/** What a fresh connection is told: operators their desk, supervisors the board, customers their own request. */
export const createSnapshot =
  (powers: Powers): SnapshotSource =>
  async (principal): Promise<readonly Notice[]> => {
    if (principal.kind === "customer")
      return tellCustomer(powers, principal.id);
    if (may(principal, "requests.serve"))
      return [
        { type: "desk.snapshot", desk: await loadDesk(powers, principal) },
      ];
    if (may(principal, "requests.see_all"))
      return [{ type: "board.changed", board: await loadBoard(powers) }];
    return [];
  };

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

async function loadDesk(
  powers: Powers,
  { id: userId, name }: UserPrincipal,
): Promise<DeskSnapshot> {
  const { database, clock } = powers;
  if ((await findOperator(database.db, userId))?.name !== name) {
    await database.transact(serverActor, ({ tx }) =>
      ensureOperator(tx, { userId, name, now: clock.now() }),
    );
  }
  const [operator, board, offer, active] = await Promise.all([
    findOperator(database.db, userId),
    loadBoard(powers),
    openOfferOfOperator(database.db, userId),
    activeRequestsOf(database.db, userId),
  ]);
  if (operator === undefined)
    throw new Error("an operator who was just made known is missing");
  const offered =
    offer === undefined
      ? []
      : await requestsNamed(database.db, [offer.requestId]);
  const [request] = await loadForStaff(powers, offered);
  return {
    status: presentOperator(operator),
    board,
    offer:
      offer === undefined || request === undefined
        ? null
        : presentOffer(offer, request),
    active: [...(await loadForStaff(powers, active))],
  };
}
