import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { webhookEndpoints } from "@veche/contracts";
import {
  freePort,
  startWorld,
  waitUntil,
  type Person,
} from "@veche/test-world";
import { percentile, type Figure } from "./figures.ts";

const eventCount = 1_000;
const goodCount = 8;
/** Two operators who change their state by turns: a hundred events a second. */
const everyMs = 20;
const slowAnswerMs = 2_000;

/** A system of the company's, and how old each event was when it came. */
interface Receiver extends AsyncDisposable {
  readonly url: string;
  readonly agesMs: readonly number[];
}

/** From a fact's commit to its arrival at eight systems, while a ninth is dead and a tenth slow. */
export async function measureWebhooks(): Promise<readonly Figure[]> {
  await using receivers = new AsyncDisposableStack();
  const good: Receiver[] = [];
  for (let index = 0; index < goodCount; index += 1)
    good.push(receivers.use(await listen(0)));
  const slow = receivers.use(await listen(slowAnswerMs));
  const dead = `http://127.0.0.1:${await freePort()}/`;
  await using world = await startWorld({
    env: {
      WEBHOOK_INNER_HOSTS: "127.0.0.1",
      RATE_LIMIT_FACTOR: "100000",
      LOG_LEVEL: "error",
    },
  });
  const admin = await world.user("admin");
  for (const url of [dead, slow.url, ...good.map((one) => one.url)])
    await admin.call(webhookEndpoints.createWebhookEndpoint, {
      body: {
        url,
        description: "",
        eventTypes: ["operator.state_changed"],
      },
    });
  const operators = [await world.user("anna"), await world.user("boris")];
  await Promise.all(operators.map(changeStates));
  await waitUntil(
    "every event at every good receiver",
    () => good.every(({ agesMs }) => agesMs.length >= eventCount),
    { timeoutMs: 120_000 },
  );
  const ages = good.flatMap(({ agesMs }) => agesMs);
  const [p50, p99] = [percentile(ages, 0.5), percentile(ages, 0.99)];
  return [
    {
      name: `event → system outside, ${eventCount} events to ${goodCount} beside a dead and a slow one`,
      measured: `p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms`,
      against: "1000 ms",
      ratio: p99 / 1000,
      goal: "p99 ≤ 1×",
    },
  ];
}

async function changeStates({ line }: Person): Promise<void> {
  const startedAt = performance.now();
  for (let index = 0; index < eventCount / 2; index += 1) {
    const waitMs = startedAt + index * everyMs - performance.now();
    if (waitMs > 0) await pause(waitMs);
    await line.send("operator.set_state", {
      state: index % 2 === 0 ? "available" : "break",
      breakReason: null,
    });
  }
}

async function listen(answerMs: number): Promise<Receiver> {
  const agesMs: number[] = [];
  const server: Server = createServer((request, response) => {
    void text(request).then(async (body) => {
      const { timestamp } = JSON.parse(body) as { readonly timestamp: string };
      agesMs.push(Date.now() - Date.parse(timestamp));
      await pause(answerMs);
      response.writeHead(204).end();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    agesMs,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
