import { expect, test } from "vitest";
import type { ErrorCode, Signal } from "@veche/contracts";
import { settle, VirtualTime } from "../../tests/virtual-time.ts";
import { SignalPost } from "./signal-post.ts";

const signal = (candidate: string): Signal => ({
  kind: "candidate",
  candidate,
  sdpMid: null,
  sdpMLineIndex: null,
  usernameFragment: null,
});

const openPost = () => {
  const time = new VirtualTime();
  const delivered: string[] = [];
  const failures: ErrorCode[] = [];
  const post = new SignalPost({
    powers: time.powers,
    deliver: async (one) => {
      await Promise.resolve();
      const code = failures.shift();
      if (code !== undefined)
        throw Object.assign(new Error(code), { code, retryAfterMs: 500 });
      if (one.kind === "candidate") delivered.push(one.candidate);
    },
  });
  return { time, delivered, failures, post };
};

test("what is held goes out in order, before what comes later", async () => {
  const { post, delivered } = openPost();
  post.hold();
  for (const one of ["a", "b"]) post.send(signal(one));
  await settle();
  expect(delivered).toEqual([]);
  post.release();
  post.send(signal("c"));
  await settle();
  expect(delivered).toEqual(["a", "b", "c"]);
});

test("what the line swallowed is kept for the release, in its place", async () => {
  const { post, delivered, failures } = openPost();
  failures.push("server.unavailable", "server.unavailable");
  post.send(signal("a"));
  post.send(signal("b"));
  post.hold();
  post.send(signal("c"));
  await settle();
  post.release();
  await settle();
  expect(delivered).toEqual(["a", "b", "c"]);
});

test("too many at once are said again when the server allows", async () => {
  const { post, delivered, failures, time } = openPost();
  failures.push("request.rate_limited");
  post.send(signal("a"));
  await settle();
  post.send(signal("b"));
  await settle();
  expect(delivered).toEqual([]);
  await time.pass(500);
  expect(delivered).toEqual(["a", "b"]);
});

test("a signal to a life that is over is dropped", async () => {
  const { post, delivered, failures } = openPost();
  failures.push("request.not_found");
  post.send(signal("a"));
  await settle();
  post.hold();
  post.release();
  await settle();
  expect(delivered).toEqual([]);
});
