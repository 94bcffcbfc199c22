import { Gauge, type Registry } from "prom-client";
import { readOutboxLag } from "../../platform/db/outbox-lag.ts";
import type { OutboxTables } from "../../platform/db/outbox.ts";
import type { Database } from "../../platform/db/database.ts";
import type { Calls } from "../calls/index.ts";

export interface StateMetersDeps {
  readonly registry: Registry;
  readonly database: Database<OutboxTables>;
  readonly calls: Pick<Calls, "countStanding">;
  /** How the parts of the server are. */
  readonly parts: () => Readonly<Record<string, PartState>>;
}

type PartState = "up" | "down" | "off";

const partStates: readonly PartState[] = ["up", "down", "off"];

/** What stands now, asked when somebody collects. A database that doesn't answer leaves its numbers out. */
export function meterState({
  registry,
  database,
  calls,
  parts,
}: StateMetersDeps): void {
  const registers = [registry];
  new Gauge({
    name: "veche_part_state",
    help: "1 for the state a part of the server is in",
    ...{ labelNames: ["part", "state"], registers },
    collect() {
      for (const [part, now] of Object.entries(parts()))
        for (const state of partStates)
          this.set({ part, state }, state === now ? 1 : 0);
    },
  });
  meterCallsStanding({ registers, calls });
  meterOutbox({ registers, database });
}

interface Registers {
  readonly registers: Registry[];
}

function meterCallsStanding({
  registers,
  calls,
}: Registers & Pick<StateMetersDeps, "calls">): void {
  const ask = asked(() => calls.countStanding());
  new Gauge({
    name: "veche_calls_open",
    help: "Calls that ring or go on",
    ...{ labelNames: ["state", "media"], registers },
    async collect() {
      const standing = await ask();
      this.reset();
      for (const { state, media, count } of standing?.calls ?? [])
        this.set({ state, media }, count);
    },
  });
  new Gauge({
    name: "veche_call_seats",
    help: "Places of those who have not left their calls",
    ...{ labelNames: ["state"], registers },
    async collect() {
      const standing = await ask();
      this.reset();
      for (const { state, count } of standing?.seats ?? [])
        this.set({ state }, count);
    },
  });
  new Gauge({
    name: "veche_call_tracks",
    help: "What live participants of calls send",
    ...{ labelNames: ["kind"], registers },
    async collect() {
      const standing = await ask();
      this.reset();
      for (const [kind, count] of Object.entries(standing?.tracks ?? {}))
        this.set({ kind }, count);
    },
  });
}

function meterOutbox({
  registers,
  database,
}: Registers & Pick<StateMetersDeps, "database">): void {
  const ask = asked(() => readOutboxLag(database.db));
  new Gauge({
    name: "veche_outbox_behind",
    help: "Facts that a follower has not handled",
    ...{ labelNames: ["follower"], registers },
    async collect() {
      const lags = await ask();
      this.reset();
      for (const { follower, count } of lags ?? [])
        this.set({ follower }, count);
    },
  });
  new Gauge({
    name: "veche_outbox_oldest_seconds",
    help: "Age of the oldest fact that a follower has not handled",
    ...{ labelNames: ["follower"], registers },
    async collect() {
      const lags = await ask();
      this.reset();
      for (const { follower, oldestSeconds } of lags ?? [])
        this.set({ follower }, oldestSeconds);
    },
  });
}

/**
 * One question for all numbers of one collection. Undefined where the database doesn't answer: `/metrics` does all the
 * same, that is when it is looked at.
 */
function asked<Value>(
  question: () => Promise<Value>,
): () => Promise<Value | undefined> {
  let running: Promise<Value | undefined> | undefined;
  return () =>
    (running ??= question()
      .catch(() => undefined)
      .finally(() => {
        running = undefined;
      }));
}
