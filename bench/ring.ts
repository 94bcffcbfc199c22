import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import {
  userEndpoints,
  type ClientId,
  type RequestId,
  type UserId,
} from "@veche/contracts";
import {
  signIn,
  startWorld,
  type Person,
  type Visitor,
  type World,
} from "@veche/test-world";
import { percentile, type Figure } from "./figures.ts";

const operatorCount = 300;
const waitingCount = 1_000;
const askedCount = 200;
const everyMs = 50;
/** How many sign in or come in at the same time. */
const atOnce = 10;
const password = "a long enough password 1";

interface Operator {
  readonly userId: UserId;
  readonly person: Person;
}

/**
 * From the customer's request, or from the operator being free, to the ring at the operator: through real sockets, with
 * many on both sides. Open loop: the next comes when its time has come.
 */
export async function measureRing(): Promise<readonly Figure[]> {
  await using world = await startWorld({
    env: {
      RATE_LIMIT_FACTOR: "100000",
      LOG_LEVEL: "error",
      RING_SECONDS: "600",
    },
  });
  const operators = await hireOperators(world);
  const customers = await inBatches(waitingCount, () => world.customer());

  const asked = await ringsAfterRequests(operators, customers);
  await Promise.all(
    customers.slice(0, askedCount).map((customer) => leaveQueue(customer)),
  );
  await Promise.all(operators.map(({ person }) => setState(person, "break")));
  await inBatches(waitingCount, async (index) => {
    const customer = customers[index];
    if (customer !== undefined) await ask(customer);
  });
  const freed = await ringsAfterFreeing(operators);

  const told = (times: readonly number[]) =>
    `p50 ${percentile(times, 0.5).toFixed(1)} ms, p99 ${percentile(times, 0.99).toFixed(1)} ms`;
  const common = { against: "—", ratio: null, goal: "p99 ≤ 20 ms" } as const;
  return [
    {
      name: `request → ring, ${operatorCount} operators at work`,
      measured: told(asked),
      ...common,
    },
    {
      name: `operator free → ring, ${waitingCount} waiting, ${operatorCount} operators`,
      measured: told(freed),
      ...common,
    },
  ];
}

async function ringsAfterRequests(
  operators: readonly Operator[],
  customers: readonly Visitor[],
): Promise<readonly number[]> {
  await Promise.all(
    operators.map(({ person }) => setState(person, "available")),
  );
  const rungAt = new Map<RequestId, number>();
  for (const { person } of operators)
    person.line.on("offer.made", ({ offer }) =>
      rungAt.set(offer.request.id, performance.now()),
    );
  const asks = await paced(customers.slice(0, askedCount), async (customer) => {
    const sentAt = performance.now();
    return { sentAt, id: await ask(customer) };
  });
  await everything(() => rungAt.size >= askedCount);
  return asks.map(({ sentAt, id }) => (rungAt.get(id) ?? NaN) - sentAt);
}

async function ringsAfterFreeing(
  operators: readonly Operator[],
): Promise<readonly number[]> {
  const times: number[] = [];
  await paced(operators, async ({ person }) => {
    const sentAt = performance.now();
    const rung = new Promise<void>((resolve) => {
      const stop = person.line.on("offer.made", () => {
        times.push(performance.now() - sentAt);
        stop();
        resolve();
      });
    });
    await setState(person, "available");
    await rung;
  });
  return times;
}

/** Begins one every `everyMs`, whatever the others do; settles with all. */
async function paced<One, Result>(
  all: readonly One[],
  begin: (one: One) => Promise<Result>,
): Promise<readonly Result[]> {
  const startedAt = performance.now();
  const running: Promise<Result>[] = [];
  for (const [index, one] of all.entries()) {
    const waitMs = startedAt + index * everyMs - performance.now();
    if (waitMs > 0) await pause(waitMs);
    running.push(begin(one));
  }
  return Promise.all(running);
}

async function inBatches<Result>(
  count: number,
  make: (index: number) => Promise<Result>,
): Promise<readonly Result[]> {
  const made: Result[] = [];
  while (made.length < count)
    made.push(
      ...(await Promise.all(
        Array.from(
          { length: Math.min(atOnce, count - made.length) },
          (_, one) => make(made.length + one),
        ),
      )),
    );
  return made;
}

async function everything(isDone: () => boolean): Promise<void> {
  const deadline = performance.now() + 30_000;
  while (!isDone()) {
    if (performance.now() > deadline) throw new Error("not everybody was rung");
    await pause(20);
  }
}

async function hireOperators(world: World): Promise<readonly Operator[]> {
  const admin = await world.user("admin");
  return inBatches(operatorCount, async (index) => {
    const login = `operator${index}`;
    const { id } = await admin.call(userEndpoints.createUser, {
      body: {
        login,
        name: login,
        password,
        roles: ["operator"],
        language: "en",
      },
    });
    const person = await signIn(world, { login, password });
    person.line.start();
    await person.live();
    return { userId: id, person };
  });
}

async function ask({ line }: Visitor): Promise<RequestId> {
  const { id } = await line.send("request.create", {
    // A fresh UUID names anything.
    clientId: randomUUID() as string as ClientId,
    kind: "chat",
    pageUrl: null,
    pageTitle: null,
  });
  return id;
}

async function leaveQueue({ line, notice }: Visitor): Promise<void> {
  const { request } = await notice("my_request.changed");
  await line.send("request.cancel", { requestId: request.id });
}

const setState = (
  { line }: Person,
  state: "available" | "break",
): Promise<unknown> =>
  line.send("operator.set_state", {
    state,
    breakReason: state === "break" ? "bench" : null,
  });
