import type { OfferId, RequestId, UserId } from "@veche/contracts";
import type { QueueView } from "../decide.ts";
import { later } from "../later.ts";
import { defaultSettings } from "../settings.ts";
import { createAgenda, type Agenda } from "./agenda.ts";
import { Centre } from "./centre.ts";
import { violations } from "./invariants.ts";
import { operatorId, queuesOf } from "./queues.ts";
import { createRandom, type Random } from "./random.ts";
import {
  emptyTables,
  type OfferRow,
  type OperatorRow,
  type RequestRow,
  type Tables,
} from "./tables.ts";

// Readable names stand in for the identifiers' UUIDs: nothing here looks inside them.
const offerId = (number: number): OfferId =>
  `offer-${String(number)}` as OfferId;
// The same.
const requestId = (number: number): RequestId =>
  `request-${String(number)}` as RequestId;
const second = 1000;
const minute = 60 * second;

export interface DayPlan {
  readonly seed: number;
  readonly operatorCount: number;
  readonly requestCount: number;
  readonly hours: number;
  /** The server dies this often on average. */
  readonly crashEveryMs: number;
}

export interface DayReport {
  readonly tables: Tables;
  readonly faults: readonly string[];
  readonly crashCount: number;
  readonly offerCount: number;
  /** How often an operator was seen writing down a session. */
  readonly wrapUpCount: number;
  readonly transferCount: number;
}

/** Lives one random day through to its last request. Stops at the first fault. */
export function liveThrough(plan: DayPlan): DayReport {
  return new Day(plan).live();
}

class Day {
  readonly #plan: DayPlan;
  readonly #random: Random;
  readonly #agenda: Agenda = createAgenda();
  readonly #tables = emptyTables();
  #faults: readonly string[] = [];
  #crashCount = 0;
  #offerCount = 0;
  #wrapUpCount = 0;
  #requestCount = 0;
  #transferCount = 0;
  readonly #queues: readonly [QueueView, QueueView, QueueView];
  /** Undefined while the server is down. */
  #centre: Centre | undefined = new Centre(this.#tables, defaultSettings);
  /** Only the last one set is alive, and none after a crash. */
  #timer = 0;

  constructor(plan: DayPlan) {
    this.#plan = plan;
    this.#random = createRandom(plan.seed);
    this.#queues = queuesOf(plan.operatorCount);
  }

  live(): DayReport {
    for (let index = 0; index < this.#plan.operatorCount; index += 1)
      this.#hire(index);
    this.#planArrival();
    this.#planCrash();
    do this.#watchUntilNext();
    while (this.#faults.length === 0 && this.#agenda.next());
    return {
      tables: this.#tables,
      faults: this.#faults,
      crashCount: this.#crashCount,
      offerCount: this.#offerCount,
      wrapUpCount: this.#wrapUpCount,
      transferCount: this.#transferCount,
    };
  }

  /** A deadline that no timer stands for shows in the last millisecond before anything else happens. */
  #watchUntilNext(): void {
    const lastMs = (this.#agenda.nextMs ?? 0) - 1;
    if (this.#centre === undefined || lastMs <= this.#agenda.nowMs) return;
    this.#faults = violations(this.#tables, new Date(lastMs));
  }

  /** Most come into the first. */
  #someQueue(): QueueView {
    const [everybodys, urgent, ones] = this.#queues;
    const fraction = this.#random.fraction();
    if (fraction < 0.7) return everybodys;
    return fraction < 0.95 ? urgent : ones;
  }

  get #now(): Date {
    return new Date(this.#agenda.nowMs);
  }

  get #dayMs(): number {
    return this.#plan.hours * 60 * minute;
  }

  get #isOver(): boolean {
    return this.#agenda.nowMs > this.#dayMs;
  }

  /** One transaction, then routing; sometimes the server dies in between, and a dead server does nothing at all. */
  #do(transaction: (centre: Centre, now: Date) => void): void {
    if (this.#centre === undefined) return;
    transaction(this.#centre, this.#now);
    if (!this.#isOver && this.#random.chance(0.0005)) this.#crash();
    else this.#route();
  }

  #route(): void {
    const centre = this.#centre;
    if (centre === undefined) return;
    for (const offer of centre.route(this.#now, () =>
      offerId(this.#offerCount++),
    )) {
      this.#planReaction(offer);
    }
    this.#faults = violations(this.#tables, this.#now);
    const wakeAt = centre.nextDeadline(this.#now);
    const timer = (this.#timer += 1);
    if (wakeAt === undefined) return;
    this.#agenda.at(wakeAt.getTime(), () => {
      if (timer === this.#timer) this.#route();
    });
  }

  #planCrash(): void {
    this.#agenda.after(
      this.#random.exponential(this.#plan.crashEveryMs),
      () => {
        if (this.#isOver) return;
        this.#crash();
        this.#planCrash();
      },
    );
  }

  #crash(): void {
    if (this.#centre === undefined) return;
    this.#crashCount += 1;
    this.#timer += 1;
    this.#centre = undefined;
    this.#agenda.after(this.#random.between(1 * second, 5 * second), () => {
      this.#centre = new Centre(this.#tables, defaultSettings);
      this.#do((centre, now) => {
        centre.start(now);
      });
      for (const operator of this.#tables.operators.values()) {
        if (operator.standing.state !== "offline") this.#planReturn(operator);
      }
      for (const request of this.#tables.open)
        this.#planCustomerReturn(request);
    });
  }

  #hire(index: number): void {
    const id = operatorId(index);
    const standing = {
      state: "offline",
      requestedState: "offline",
      breakReason: null,
      since: this.#now,
      idleSince: this.#now,
      missedCount: 0,
      wrapUpRequestId: null,
      wrapUpUntil: null,
    } as const;
    const operator: OperatorRow = {
      ...{ id, standing, disconnectedAt: this.#now },
      ...{ lastRungAt: null, acceptedCount: 0 },
    };
    this.#tables.operators.set(id, operator);
    this.#agenda.after(this.#random.between(0, 30 * minute), () => {
      this.#keepChoosing(operator);
    });
    this.#keepLosingTheLine(operator);
  }

  /** Comes, takes breaks, comes back from not responding and from being offline. */
  #keepChoosing(operator: OperatorRow): void {
    const isGoingHome = this.#isOver;
    const wish =
      isGoingHome || this.#random.chance(0.1)
        ? "offline"
        : this.#random.chance(0.2)
          ? "break"
          : "available";
    this.#do((centre, now) => {
      operator.disconnectedAt = null;
      centre.tellOperator(
        operator,
        { type: "chose", state: wish, breakReason: null },
        now,
      );
    });
    const isHome = isGoingHome && this.#centre !== undefined;
    const delayMs = wish === "available" ? 20 * minute : 4 * minute;
    if (!isHome)
      this.#agenda.after(this.#random.exponential(delayMs), () => {
        this.#keepChoosing(operator);
      });
  }

  #keepLosingTheLine(operator: OperatorRow): void {
    this.#agenda.after(this.#random.exponential(40 * minute), () => {
      if (this.#isOver) return;
      this.#do((centre, now) => {
        centre.disconnect(operator, now);
      });
      this.#planReturn(operator);
      this.#keepLosingTheLine(operator);
    });
  }

  #planReturn(operator: OperatorRow): void {
    const awayMs = this.#random.chance(0.8)
      ? this.#random.between(100, 5 * second)
      : this.#random.between(15 * second, 3 * minute);
    this.#agenda.after(awayMs, () => {
      this.#do(() => {
        operator.disconnectedAt = null;
      });
    });
  }

  #planReaction(offer: OfferRow): void {
    const fraction = this.#random.fraction();
    if (fraction < 0.12) return;
    const outcome = fraction < 0.22 ? "declined" : "accepted";
    // Some answers come after the ring is over, and some come twice from two windows.
    const times = this.#random.chance(0.05) ? 2 : 1;
    for (let time = 0; time < times; time += 1) {
      this.#agenda.after(this.#random.between(500, 22 * second), () => {
        this.#do((centre, now) => {
          const isAnswered = centre.answer(offer.id, outcome, now);
          if (isAnswered && outcome === "accepted") this.#planWork(offer);
        });
      });
    }
  }

  #planWork({ requestId: id }: OfferRow): void {
    if (this.#random.chance(0.2)) this.#planTransfer(id);
    this.#planFinish(id);
  }

  /** Hands it to a colleague or to a queue; some take it back, some go at once. */
  #planTransfer(id: RequestId): void {
    this.#agenda.after(this.#random.exponential(2 * minute), () => {
      const request = this.#tables.requests.get(id);
      if (request?.state !== "active") return;
      const all = [...this.#tables.operators.values()];
      const index = this.#random.between(0, all.length);
      const operator = this.#random.chance(0.5) ? all[index] : undefined;
      this.#do((centre, now) => {
        const to =
          operator === undefined
            ? this.#someQueue()
            : { operator, id: offerId(this.#offerCount++) };
        const offer = centre.transfer(request, to, now);
        this.#transferCount += 1;
        if (offer !== undefined) this.#planReaction(offer);
      });
      this.#planSecondThought(request);
    });
  }

  #planSecondThought(request: RequestRow): void {
    const thought = this.#random.fraction();
    if (thought > 0.4) return;
    this.#agenda.after(this.#random.between(1 * second, minute), () => {
      this.#do((centre, now) => {
        if (thought >= 0.2) centre.takeBack(request, now);
        else centre.leave(request, now);
      });
    });
  }

  #planFinish(id: RequestId): void {
    this.#agenda.after(this.#random.exponential(4 * minute), () => {
      const request = this.#tables.requests.get(id);
      if (request === undefined || request.state === "ended") return;
      // A dead server heard nothing: the person presses the button again.
      if (this.#centre === undefined) this.#planFinish(id);
      const { operatorId: servedBy } = request;
      this.#do((centre, now) => {
        centre.finishRequest(request, now);
      });
      if (servedBy !== null) this.#planWrapUp(servedBy);
    });
  }

  /** Most write down what the session came to and say so; some ask for more time first, some let it run out. */
  #planWrapUp(id: UserId): void {
    const operator = this.#tables.operators.get(id);
    if (operator?.standing.state === "wrap_up") this.#wrapUpCount += 1;
    if (operator === undefined || this.#random.chance(0.3)) return;
    const isSlow = this.#random.chance(0.2);
    this.#agenda.after(this.#random.between(1 * second, 29 * second), () => {
      this.#do((centre, now) => {
        const until = later(now, defaultSettings.wrapUpMs);
        centre.tellOperator(
          operator,
          isSlow ? { type: "extended", until } : { type: "wrapped_up" },
          now,
        );
      });
    });
  }

  #planArrival(): void {
    if (this.#requestCount >= this.#plan.requestCount) return;
    this.#agenda.after(
      this.#random.exponential(this.#dayMs / this.#plan.requestCount),
      () => {
        this.#do((centre, now) => {
          const id = requestId(this.#requestCount++);
          const queue = this.#someQueue();
          const stickyOperatorId = this.#random.chance(0.3)
            ? operatorId(this.#random.between(0, this.#plan.operatorCount))
            : null;
          centre.createRequest({ id, queue, stickyOperatorId }, now);
          this.#planPatience(id);
        });
        this.#planArrival();
      },
    );
  }

  #planPatience(id: RequestId): void {
    this.#agenda.after(this.#random.between(30 * second, 20 * minute), () => {
      const request = this.#tables.requests.get(id);
      if (request === undefined || request.state === "ended") return;
      // Whoever is served may be left alone later, and for a queue without anybody.
      if (request.operatorId !== null) {
        this.#planPatience(id);
        return;
      }
      if (this.#random.chance(0.3)) {
        // Closes the page without a word.
        this.#do((_, now) => {
          request.customerGoneAt ??= now;
        });
        // After a crash some are back all the same, and run out of patience again.
        this.#planPatience(id);
      } else {
        if (this.#centre === undefined) this.#planPatience(id);
        this.#do((centre, now) => {
          centre.cancelRequest(request, now);
        });
      }
    });
  }

  #planCustomerReturn(request: RequestRow): void {
    if (this.#random.chance(0.1)) return;
    this.#agenda.after(this.#random.between(100, 150 * second), () => {
      this.#do(() => {
        request.customerGoneAt = null;
      });
    });
  }
}
