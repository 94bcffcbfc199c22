import { ratingEndpoints, type Endpoint } from "@veche/contracts";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import {
  openService,
  type ServiceWorld,
  type Window,
} from "../../../tests/contact-centre.ts";
import { ask, refusal, serve } from "../../../tests/service-scenes.ts";

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const good = { people: 5, technology: 4, comment: "Quick and kind" };
const bad = { people: 2, technology: null, comment: "" };

/** A session that the customer has just ended. */
async function served() {
  const world = await openService();
  const session = await serve(world, "chat");
  await session.customer.send("request.end", { requestId: session.requestId });
  await world.settle();
  return { world, ...session };
}

/** Asks an endpoint as the edge does after its checks. */
async function call(
  { ratings }: ServiceWorld,
  endpoint: Endpoint,
  asked: object,
): Promise<unknown> {
  const found = ratings.routes.find((one) => one.endpoint === endpoint);
  if (found === undefined) throw new Error(`nobody answers ${endpoint.path}`);
  const actor = { id: null, name: null, address: "192.0.2.1" };
  return found.handle({ actor, ...asked } as never);
}

describe("a customer who was served", () => {
  it("rates people and technology, and it is told in the conversation and outside", async () => {
    const { world, customer, requestId } = await served();
    await using _ = world;
    const rating = await customer.send("rating.give", { requestId, ...good });
    expect(rating).toMatchObject(good);
    expect((await world.ratings.of([requestId])).get(requestId)).toEqual(
      rating,
    );
    expect(world.letters).toEqual([]);
    const { rows } = await sql<{ type: string; payload: object }>`
      select type, payload from outbox where type = 'rating.given'`.execute(
      world.test.database.db,
    );
    expect(rows.map(({ payload }) => payload)).toEqual([
      expect.objectContaining({ people: 5, technology: 4, hasComment: true }),
    ]);
    expect(JSON.stringify(rows)).not.toContain("kind");
  });

  it("thinks better of it within ten minutes, and not later; the same words again are no news", async () => {
    const { world, customer, requestId } = await served();
    await using _ = world;
    await customer.send("rating.give", { requestId, ...good });
    await world.pass(9 * minuteMs);
    const changed = { ...good, people: 3 };
    await customer.send("rating.give", { requestId, ...changed });
    await world.pass(minuteMs);
    expect(
      await refusal(customer.send("rating.give", { requestId, ...good })),
    ).toBe("request.conflict");
    expect(
      await customer.send("rating.give", { requestId, ...changed }),
    ).toMatchObject(changed);
  });

  it("pressing twice at once gives one rating", async () => {
    const { world, customer, requestId } = await served();
    await using _ = world;
    const give = () => customer.send("rating.give", { requestId, ...good });
    const [first, second] = await Promise.all([give(), give()]);
    expect(first).toEqual(second);
  });

  it("rates their own session alone, when it is over, and says something", async () => {
    const { world, customer, requestId, operator } = await served();
    await using _ = world;
    const stranger = await world.visitor("Eve");
    const give = (by: Window, fields = good) =>
      refusal(by.send("rating.give", { requestId, ...fields }));
    expect(await give(stranger)).toBe("request.not_found");
    expect(await give(operator)).toBe("request.not_found");
    const nothing = { people: null, technology: null, comment: "Well" };
    expect(await give(customer, nothing as never)).toBe("request.invalid");
    const waiting = await ask(stranger, "chat");
    expect(
      await refusal(
        stranger.send("rating.give", { requestId: waiting.id, ...good }),
      ),
    ).toBe("request.not_found");
  });

  it("a low one reaches the supervisors at once and by letter, without the customer's words", async () => {
    const { world, customer, requestId } = await served();
    await using _ = world;
    const supervisor = await world.open(
      world.operator("Sonya", ["employee", "supervisor"]),
    );
    const rating = { ...bad, comment: "Never again" };
    await customer.send("rating.give", { requestId, ...rating });
    await world.settle();
    expect(supervisor.last("rating.low")).toEqual({
      ...{ type: "rating.low", requestId, people: 2, technology: null },
    });
    expect(world.letters).toHaveLength(1);
    expect(world.letters[0]?.text).toContain(`/history/${requestId}`);
    expect(world.letters[0]?.text).not.toContain("Never again");
  });
});

describe("a link to rate", () => {
  const linkOf = async (
    world: ServiceWorld,
    { principal }: Window,
    requestId: string,
  ) => {
    const asked = { principal, params: { requestId } };
    const { url } = (await call(
      world,
      ratingEndpoints.getRatingLink,
      asked,
    )) as { readonly url: string };
    return url.slice(url.lastIndexOf("/") + 1);
  };

  it("is had by whoever served, leads to one session and takes its rating", async () => {
    const { world, operator, requestId } = await served();
    await using _ = world;
    const token = await linkOf(world, operator, requestId);
    const params = { token };
    expect(
      await call(world, ratingEndpoints.openRatingLink, { params }),
    ).toMatchObject({ requestId, operatorName: "Olga", rating: null });
    await call(world, ratingEndpoints.rateByLink, { params, body: good });
    expect(
      await call(world, ratingEndpoints.openRatingLink, { params }),
    ).toMatchObject({ rating: good });
  });

  it("is refused to other operators, when it was changed, and two weeks later", async () => {
    const { world, operator, requestId } = await served();
    await using _ = world;
    const other = await world.available("Oleg");
    expect(await refusal(linkOf(world, other, requestId))).toBe(
      "request.not_found",
    );
    const token = await linkOf(world, operator, requestId);
    const open = (given: string) =>
      refusal(
        call(world, ratingEndpoints.openRatingLink, {
          params: { token: given },
        }),
      );
    expect(await open(`${token.slice(0, -1)}-`)).toBe("request.not_found");
    world.clock.advance(14 * dayMs);
    expect(await open(token)).toBe("request.not_found");
  });
});

it("the share of the satisfied stands beside how many answered", async () => {
  const { world, customer, operator, requestId } = await served();
  await using _ = world;
  await customer.send("rating.give", { requestId, ...good });
  await ask(customer, "chat");
  await world.settle();
  expect(
    await call(world, ratingEndpoints.getRatingSummary, {
      principal: operator.principal,
      query: { days: 30 },
    }),
  ).toEqual({
    servedCount: 1,
    ratedCount: 1,
    people: { count: 1, satisfiedCount: 1 },
    technology: { count: 1, satisfiedCount: 1 },
  });
});
