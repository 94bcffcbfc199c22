import { CommandError } from "@veche/realtime-client";
import { expect, test } from "vitest";
import { idOf, me, memoryOf } from "../testing/builders.ts";
import type { Visit, VisitAsked } from "./http.ts";
import { VisitsOfPage } from "./visits.ts";

const visit: Visit = {
  visitorToken: "token-1",
  me: { kind: "customer", id: me, name: "Guest", language: "en" },
  conversationId: idOf("conversation"),
  request: null,
};

function createWorld(
  answer: () => Promise<Visit> = () => Promise.resolve(visit),
  kept: Readonly<Record<string, string>> = {},
) {
  const asked: VisitAsked[] = [];
  const shared = memoryOf(kept);
  const visits = new VisitsOfPage({
    startVisit: (one) => {
      asked.push(one);
      return answer();
    },
    siteKey: "shop",
    tokenKey: "visitor",
    shared,
    language: () => "en",
    page: () => ({ url: `https://shop/${"x".repeat(3000)}`, title: "Shop" }),
    alone: (task) => task(),
  });
  return { visits, asked, shared };
}

test("a visit is begun once, however many ask for it, and its token is kept", async () => {
  const { visits, asked, shared } = createWorld();
  await Promise.all([visits.begin(), visits.begin()]);
  await visits.begin();
  expect(asked).toHaveLength(1);
  expect(shared.read("visitor")).toBe("token-1");
  expect(visits.state.get()).toEqual({ kind: "ready", visit });
});

test("a visitor who was here before comes back by their token, an address too long is cut", async () => {
  const { visits, asked } = createWorld(undefined, { visitor: "token-0" });
  await visits.begin();
  expect(asked[0]).toMatchObject({
    visitorToken: "token-0",
    siteKey: "shop",
    language: "en",
  });
  expect(asked[0]?.pageUrl).toHaveLength(2000);
});

test("a signed-in customer is named by the site's token", async () => {
  const { visits, asked } = createWorld();
  await visits.begin();
  await visits.identify("signed");
  expect(asked[1]).toMatchObject({
    visitorToken: "token-1",
    identityToken: "signed",
  });
});

test("a failure is told and the next try begins again", async () => {
  let isDown = true;
  const { visits } = createWorld(() =>
    isDown
      ? Promise.reject(new CommandError({ code: "server.unavailable" }))
      : Promise.resolve(visit),
  );
  await expect(visits.begin()).rejects.toThrow();
  expect(visits.state.get()).toEqual({
    kind: "failed",
    code: "server.unavailable",
  });
  isDown = false;
  await visits.begin();
  expect(visits.state.get().kind).toBe("ready");
});

test("the answer to an older wish does not replace a newer one", async () => {
  const answers: ((visit: Visit) => void)[] = [];
  const { visits } = createWorld(
    () => new Promise((resolve) => void answers.push(resolve)),
  );
  const first = visits.begin();
  const second = visits.identify("signed");
  const known: Visit = { ...visit, me: { ...visit.me, name: "Maria" } };
  answers[1]?.(known);
  await second;
  answers[0]?.(visit);
  await first;
  expect(visits.state.get()).toEqual({ kind: "ready", visit: known });
});

test("a forgotten visitor is a new one next time", async () => {
  const { visits, asked, shared } = createWorld();
  await visits.begin();
  visits.forget();
  expect(shared.read("visitor")).toBeNull();
  await visits.begin();
  expect(asked[1]).not.toHaveProperty("visitorToken");
});
