import type {
  OfferId,
  OfferOutcome,
  RequestEndReason,
  RequestId,
  UserId,
} from "@veche/contracts";
import { decide, type OfferDecision, type QueueView } from "../decide.ts";
import { mayAnswer, offerOutcomeTable } from "../offer-state.ts";
import { afterEvent, type OperatorEvent } from "../operator-state.ts";
import { requestAfter, type RequestEvent } from "../request-state.ts";
import type { ContactCentreSettings } from "../settings.ts";
import { later } from "../later.ts";
import type { OfferRow, OperatorRow, RequestRow, Tables } from "./tables.ts";

/**
 * The contact centre over tables in memory: the same decision and machines as the real one, one method per
 * transaction. It holds nothing besides the tables, so building it anew is a restart.
 */
export class Centre {
  readonly #tables: Tables;
  readonly #settings: ContactCentreSettings;

  constructor(tables: Tables, settings: ContactCentreSettings) {
    this.#tables = tables;
    this.#settings = settings;
  }

  /** After a start nobody is connected: every grace begins anew. */
  start(now: Date): void {
    for (const operator of this.#tables.operators.values())
      operator.disconnectedAt = now;
    for (const request of this.#tables.open) request.customerGoneAt = now;
  }

  createRequest(
    asked: Pick<RequestRow, "id" | "queue" | "stickyOperatorId">,
    now: Date,
  ): void {
    const row: RequestRow = {
      ...asked,
      createdAt: now,
      state: "waiting",
      operatorId: null,
      customerGoneAt: null,
      refusals: new Map(),
      ends: [],
    };
    this.#tables.requests.set(row.id, row);
    this.#tables.open.add(row);
  }

  cancelRequest(request: RequestRow, now: Date): void {
    if (request.operatorId !== null) return;
    this.#end(request, { event: "cancelled", reason: "abandoned" }, now);
  }

  finishRequest(request: RequestRow, now: Date): void {
    if (request.operatorId === null) return;
    this.#end(request, { event: "finished", reason: "completed" }, now);
  }

  /** Hands a session over: to whoever is free, or to a queue. The present operator stays with the customer. */
  transfer(
    request: RequestRow,
    to: { readonly operator: OperatorRow; readonly id: OfferId } | QueueView,
    now: Date,
  ): OfferRow | undefined {
    const { operatorId, state } = request;
    if (state !== "active" || operatorId === null) return undefined;
    const until = later(now, this.#settings.askAgainAfterMs);
    request.refusals.set(operatorId, until);
    if (!("operator" in to)) {
      request.queue = to;
      this.#step(request, "transferred");
      return undefined;
    }
    const { operator, id } = to;
    const isFree =
      operator.standing.state === "available" &&
      operator.disconnectedAt === null;
    if (!isFree) return undefined;
    return this.#ring(
      { requestId: request.id, operatorId: operator.id },
      now,
      id,
    );
  }

  takeBack(request: RequestRow, now: Date): void {
    if (request.operatorId === null || request.state === "ended") return;
    const offer = [...this.#tables.offers.values()].find(
      (one) => one.requestId === request.id,
    );
    if (offer !== undefined) this.#close(offer, "withdrawn", now);
    this.#step(request, "taken_back");
  }

  /** Whoever hands it over goes: the customer waits alone. */
  leave(request: RequestRow, now: Date): void {
    const isQueued = request.state === "waiting" || request.state === "offered";
    if (!isQueued || request.operatorId === null) return;
    const operator = this.#operator(request.operatorId);
    request.operatorId = null;
    this.tellOperator(operator, { type: "work_ended" }, now);
  }

  tellOperator(
    operator: OperatorRow,
    event: OperatorEvent,
    now: Date,
  ): boolean {
    const standing = afterEvent(operator.standing, event, {
      now,
      missesAllowed: this.#settings.missesAllowed,
    });
    if (standing === undefined) return false;
    operator.standing = standing;
    return true;
  }

  disconnect(operator: OperatorRow, now: Date): void {
    operator.disconnectedAt ??= now;
    const offer = this.#offerOf(operator.id);
    if (offer !== undefined) this.#close(offer, "withdrawn", now);
  }

  answer(
    offerId: OfferId,
    outcome: "accepted" | "declined",
    now: Date,
  ): boolean {
    const offer = this.#tables.offers.get(offerId);
    if (offer === undefined || !mayAnswer(offer, now).ok) return false;
    this.#close(offer, outcome, now);
    return true;
  }

  /** One look at everything: what is overdue ends, then whoever can be rung is rung. Returns the new offers. */
  route(now: Date, nextOfferId: () => OfferId): readonly OfferRow[] {
    this.#sweep(now);
    const decisions = decide({
      now,
      waiting: [...this.#tables.open].filter(
        (request) => request.state === "waiting",
      ),
      free: [...this.#tables.operators.values()]
        .filter(
          (operator) =>
            operator.standing.state === "available" &&
            operator.disconnectedAt === null,
        )
        .map((operator) => ({
          id: operator.id,
          idleSince: operator.standing.idleSince,
          lastRungAt: operator.lastRungAt,
          recentCount: operator.acceptedCount,
        })),
    });
    return decisions.map((decision) =>
      this.#ring(decision, now, nextOfferId()),
    );
  }

  /** When something will be overdue next, if ever: what the one timer is set to. */
  nextDeadline(now: Date): Date | undefined {
    const { operatorGraceMs, operatorSeatMs, customerGraceMs } = this.#settings;
    const deadlines: Date[] = [...this.#tables.offers.values()].map(
      (offer) => offer.expiresAt,
    );
    for (const operator of this.#tables.operators.values()) {
      const { disconnectedAt, standing } = operator;
      if (standing.wrapUpUntil !== null) deadlines.push(standing.wrapUpUntil);
      if (disconnectedAt === null || standing.state === "offline") continue;
      deadlines.push(
        later(
          disconnectedAt,
          standing.state === "in_call" ? operatorSeatMs : operatorGraceMs,
        ),
      );
    }
    for (const request of this.#tables.open) {
      if (request.customerGoneAt !== null && request.state !== "active") {
        deadlines.push(later(request.customerGoneAt, customerGraceMs));
      }
      if (request.state === "waiting")
        deadlines.push(
          ...[...request.refusals.values(), ...overflowOf(request)].filter(
            (at) => at > now,
          ),
        );
    }
    return deadlines.reduce<Date | undefined>(
      (first, one) => (first && first <= one ? first : one),
      undefined,
    );
  }

  #sweep(now: Date): void {
    const { operatorGraceMs, operatorSeatMs, customerGraceMs } = this.#settings;
    for (const offer of [...this.#tables.offers.values()]) {
      if (offer.expiresAt <= now) this.#close(offer, "timed_out", now);
    }
    for (const operator of this.#tables.operators.values()) {
      const { wrapUpUntil } = operator.standing;
      if (wrapUpUntil !== null && wrapUpUntil <= now)
        this.tellOperator(operator, { type: "wrapped_up" }, now);
      if (operator.disconnectedAt === null) continue;
      if (later(operator.disconnectedAt, operatorSeatMs) <= now)
        this.#endWorkOf(operator, now);
      if (later(operator.disconnectedAt, operatorGraceMs) > now) continue;
      const offer = this.#offerOf(operator.id);
      if (offer !== undefined) this.#close(offer, "withdrawn", now);
      if (operator.standing.state !== "offline")
        this.tellOperator(operator, { type: "lost" }, now);
    }
    for (const request of [...this.#tables.open]) {
      const isGone =
        request.customerGoneAt !== null &&
        later(request.customerGoneAt, customerGraceMs) <= now;
      if (isGone)
        this.#end(
          request,
          { event: "customer_gone", reason: "customer_lost" },
          now,
        );
    }
  }

  #endWorkOf(operator: OperatorRow, now: Date): void {
    for (const request of [...this.#tables.open]) {
      if (request.operatorId !== operator.id) continue;
      if (request.state === "active")
        this.#end(request, { event: "finished", reason: "operator_lost" }, now);
      else this.leave(request, now);
    }
  }

  #ring(
    { requestId, operatorId }: Pick<OfferDecision, "requestId" | "operatorId">,
    now: Date,
    id: OfferId,
  ): OfferRow {
    const offer: OfferRow = {
      id,
      requestId,
      operatorId,
      expiresAt: later(now, this.#settings.ringTimeoutMs),
      state: "open",
    };
    this.#tables.offers.set(id, offer);
    this.#step(this.#request(requestId), "offered");
    const operator = this.#operator(operatorId);
    operator.lastRungAt = now;
    this.tellOperator(operator, { type: "rang" }, now);
    return offer;
  }

  #close(offer: OfferRow, outcome: OfferOutcome, now: Date): void {
    offer.state = outcome;
    this.#tables.offers.delete(offer.id);
    const request = this.#request(offer.requestId);
    const consequence = offerOutcomeTable[outcome];
    this.tellOperator(
      this.#operator(offer.operatorId),
      { type: consequence.operator },
      now,
    );
    if (consequence.isRefusal)
      request.refusals.set(
        offer.operatorId,
        later(now, this.#settings.askAgainAfterMs),
      );
    if (outcome === "accepted") this.#seat(request, offer.operatorId, now);
    this.#step(request, outcome === "accepted" ? "accepted" : "offer_returned");
  }

  /** Whoever handed it over is free from now on. */
  #seat(request: RequestRow, operatorId: UserId, now: Date): void {
    if (request.operatorId !== null)
      this.tellOperator(
        this.#operator(request.operatorId),
        { type: "work_ended" },
        now,
      );
    request.operatorId = operatorId;
    this.#operator(operatorId).acceptedCount += 1;
  }

  #end(
    request: RequestRow,
    {
      event,
      reason,
    }: { readonly event: RequestEvent; readonly reason: RequestEndReason },
    now: Date,
  ): void {
    const before = request.state;
    if (!this.#step(request, event)) return;
    request.ends.push(reason);
    this.#tables.open.delete(request);
    const offer = [...this.#tables.offers.values()].find(
      (one) => one.requestId === request.id,
    );
    if (before === "offered" && offer !== undefined) {
      this.#tables.offers.delete(offer.id);
      this.tellOperator(
        this.#operator(offer.operatorId),
        { type: "withdrawn" },
        now,
      );
    }
    if (request.operatorId !== null) {
      const until = later(now, this.#settings.wrapUpMs);
      this.tellOperator(
        this.#operator(request.operatorId),
        reason === "completed"
          ? { type: "served", requestId: request.id, until }
          : { type: "work_ended" },
        now,
      );
    }
  }

  #step(request: RequestRow, event: RequestEvent): boolean {
    const state = requestAfter(request.state, event);
    if (state === undefined) return false;
    request.state = state;
    return true;
  }

  #offerOf(operatorId: UserId): OfferRow | undefined {
    return [...this.#tables.offers.values()].find(
      (offer) => offer.operatorId === operatorId,
    );
  }

  #request(id: RequestId): RequestRow {
    const row = this.#tables.requests.get(id);
    if (row === undefined)
      throw new Error(`request ${id} is not in the tables`);
    return row;
  }

  #operator(id: UserId): OperatorRow {
    const row = this.#tables.operators.get(id);
    if (row === undefined)
      throw new Error(`operator ${id} is not in the tables`);
    return row;
  }
}

/** When others than those of the queue are rung for it too. */
const overflowOf = ({ queue, createdAt }: RequestRow): readonly Date[] =>
  queue.overflow === null ? [] : [later(createdAt, queue.overflow.afterMs)];
