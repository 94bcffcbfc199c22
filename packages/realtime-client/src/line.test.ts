import { expect, test } from "vitest";
import { liveClient, startClient } from "../tests/test-client.ts";

const kinds = ({ client }: ReturnType<typeof startClient>): string[] => {
  const seen: string[] = [client.state.get().kind];
  client.state.subscribe(() => seen.push(client.state.get().kind));
  return seen;
};

test("a line connects, catches up and is live", () => {
  const started = startClient();
  const seen = kinds(started);
  started.network.flush();
  expect(seen).toEqual(["connecting", "syncing", "live"]);
});

test("a cut line comes back within a second at first, later ever more slowly, up to 30 s", () => {
  const { client, network, world } = liveClient();
  const longest: number[] = [];
  for (let attempt = 1; attempt <= 8; attempt += 1) {
    for (const link of network.links()) link.cut();
    const state = client.state.get();
    if (state.kind !== "waiting")
      throw new Error(`a cut line is ${state.kind}`);
    expect(state.attempt).toBe(attempt);
    const delayMs = state.retryAt - world.powers.nowMs();
    expect(delayMs).toBeLessThanOrEqual(
      Math.min(30_000, 1_000 * 2 ** (attempt - 1)),
    );
    longest.push(delayMs);
    world.pass(delayMs);
    expect(client.state.get().kind).toBe("connecting");
  }
  expect(new Set(longest).size).toBe(8);
});

test("the count of attempts begins anew once the line was live", () => {
  const { client, network, world } = liveClient();
  for (let round = 0; round < 3; round += 1) {
    for (const link of network.links()) link.cut();
    world.pass(1_000);
    network.flush();
    expect(client.state.get()).toEqual({ kind: "live" });
  }
});

test("a machine that comes online does not wait for the next attempt", () => {
  const { client, network, world } = liveClient();
  for (const link of network.links()) link.cut();
  world.wake();
  expect(client.state.get().kind).toBe("connecting");
});

test("a server that answers nothing any more is given up 35 s after its last word (F5)", () => {
  const { client, world } = liveClient();
  world.pass(34_900);
  expect(client.state.get().kind).toBe("live");
  world.pass(200);
  expect(client.state.get().kind).toBe("waiting");
});

test("a quiet line stays as long as its pings are answered", () => {
  const { client, network, world } = liveClient();
  for (let minute = 0; minute < 10; minute += 1) {
    world.pass(25_000);
    network.flush();
  }
  expect(client.state.get().kind).toBe("live");
});

test("a page that wakes up learns within 5 s that its line died in its sleep", () => {
  const { client, world } = liveClient();
  world.wake();
  world.pass(5_000);
  expect(client.state.get().kind).toBe("waiting");
});

test("a connection that never opens is given up after 10 s", () => {
  const { client, world } = startClient();
  world.pass(10_000);
  expect(client.state.get().kind).toBe("waiting");
});

test.each([
  [4401, "unauthenticated"],
  [4403, "session_ended"],
  [4400, "protocol_unsupported"],
  [4429, "flood"],
])("close code %i stops the line for good: %s", (code, reason) => {
  const { client, network, server, world } = liveClient();
  for (const end of server.sockets()) end.close(code);
  network.flush();
  expect(client.state.get()).toEqual({ kind: "stopped", reason });
  world.wake();
  world.pass(120_000);
  expect(network.links()).toEqual([]);
  client.start();
  network.flush();
  expect(client.state.get()).toEqual({ kind: "live" });
});

test.each([4500, 4508, 4509, 1006])(
  "close code %i is followed by a return",
  (code) => {
    const { client, network, server, world } = liveClient();
    for (const end of server.sockets()) end.close(code);
    network.flush();
    world.pass(1_000);
    network.flush();
    expect(client.state.get()).toEqual({ kind: "live" });
  },
);

test("a line that was told to stop stays silent", () => {
  const { client, network, world } = liveClient();
  client.stop();
  world.wake();
  world.pass(120_000);
  expect(client.state.get()).toEqual({ kind: "idle" });
  expect(network.links()).toEqual([]);
});

test("while a call hangs on the line it is tried again within 4 s, at once also when it waits long already", () => {
  const { client, network, world } = liveClient();
  const cutOften = (count: number): number => {
    let waitMs = 0;
    for (let attempt = 0; attempt < count; attempt += 1) {
      for (const link of network.links()) link.cut();
      const state = client.state.get();
      waitMs =
        state.kind === "waiting" ? state.retryAt - world.powers.nowMs() : 0;
      if (attempt + 1 < count) world.pass(waitMs);
    }
    return waitMs;
  };
  while (cutOften(8) <= 4_000) world.pass(30_000);
  const release = client.hurry();
  const state = client.state.get();
  if (state.kind !== "waiting") throw new Error(`the line is ${state.kind}`);
  expect(state.retryAt - world.powers.nowMs()).toBeLessThanOrEqual(4_000);
  world.pass(4_000);
  expect(cutOften(8)).toBeLessThanOrEqual(4_000);
  release();
  release();
});
