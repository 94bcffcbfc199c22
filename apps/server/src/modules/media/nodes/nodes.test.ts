import { createHmac } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { CallId, JoinId, RoomId } from "@veche/contracts";
import { needsProgram } from "../../../../tests/needs-program.ts";
import { microphoneOffer } from "../../../../tests/microphone-offer.ts";
import { ownJanus } from "../../../../tests/own-janus.ts";
import { systemClock } from "../../../platform/clock.ts";
import { systemIds } from "../../../platform/ids.ts";
import { createLog } from "../../../platform/log.ts";
import { systemTimers } from "../../../platform/timers.ts";
import { createMediaServer, findJanus } from "../media-server.ts";
import { createRooms } from "../rooms/create-rooms.ts";
import { createNodes } from "./create-nodes.ts";

const log = createLog({ level: "silent", isPretty: false });
const deps = { clock: systemClock, ids: systemIds, log, timers: systemTimers };
const secretKey = "the key of this test, which is long enough";
const otherKey = "another machine's key, which is long enough";

let inside: string;
let outside: string;
beforeEach(async () => {
  const folders = await Promise.all(
    ["in", "out"].map((name) => mkdtemp(join(tmpdir(), `veche-${name}-`))),
  );
  for (const folder of folders) await chmod(folder, 0o711);
  [inside = "", outside = ""] = folders;
});
afterEach(async () => {
  for (const folder of [inside, outside]) await rm(folder, { recursive: true });
});

/** A Janus that somebody else runs, with a folder, ports and secrets of its own. */
function anotherJanus() {
  const server = createMediaServer({
    ...deps,
    config: {
      mediaServer: { ...ownJanus, ports: { first: 18_000, last: 18_999 } },
      dataDir: outside,
      secretKey: otherKey,
    },
    roomKey: "the other's key of rooms",
    onUp: () => undefined,
  });
  return { ...server, [Symbol.asyncDispose]: server.stop };
}

function create(roomKey = "the other's key of rooms") {
  const rooms = createRooms({ ...deps, roomKey: "our own key of rooms" });
  const nodes = createNodes({
    ...deps,
    rooms,
    roomKey: "our own key of rooms",
    config: {
      mediaServer: ownJanus,
      dataDir: inside,
      secretKey,
      mediaNodes: [
        {
          name: "hall",
          url: `ws+unix:${join(outside, "janus", "api.sock")}:/`,
          apiSecret: createHmac("sha256", otherKey)
            .update("janus api")
            .digest("hex"),
          roomKey,
          mediaIps: [],
        },
      ],
    },
  });
  const lost: CallId[] = [];
  rooms.listen({
    offered: () => undefined,
    lost: (callIds) => lost.push(...callIds),
  });
  const find = (name: string) =>
    nodes.list().find((node) => node.name === name);
  return {
    ...{ rooms, nodes, lost, find },
    until: (name: string, state: "down" | "up") =>
      vi.waitUntil(() => find(name)?.state === state, { timeout: 120_000 }),
    async begin() {
      const place = {
        callId: systemIds.next<CallId>(),
        roomId: systemIds.next<RoomId>(),
        joinId: systemIds.next<JoinId>(),
      };
      await rooms.publish(place, microphoneOffer);
      return place;
    },
    [Symbol.asyncDispose]: nodes.stop,
  };
}

describe("two media servers", () => {
  needsProgram({ name: "janus", isThere: findJanus(ownJanus).ok });

  it("share the rooms by their load; one that is drained takes no more of them", async () => {
    await using other = anotherJanus();
    await using media = create();
    other.start();
    media.nodes.start();
    await Promise.all([media.until("hall", "up"), media.until("own", "up")]);
    for (let room = 0; room < 4; room += 1) await media.begin();
    expect(media.find("own")).toMatchObject({ rooms: 2, seats: 2 });
    expect(media.find("hall")).toMatchObject({ rooms: 2, seats: 2 });

    media.rooms.drain("hall", { isDraining: true });
    for (let room = 0; room < 2; room += 1) await media.begin();
    expect(media.find("own")).toMatchObject({ rooms: 4 });
    expect(media.find("hall")).toMatchObject({ rooms: 2, isDraining: true });
    media.rooms.drain("hall", { isDraining: false });
    await media.begin();
    expect(media.find("hall")).toMatchObject({ rooms: 3 });
  });

  it("take each other's calls over when one dies, and it is used again when it is back", async () => {
    await using other = anotherJanus();
    await using media = create();
    other.start();
    media.nodes.start();
    await Promise.all([media.until("hall", "up"), media.until("own", "up")]);
    media.rooms.drain("own", { isDraining: true });
    const there = await media.begin();
    media.rooms.drain("own", { isDraining: false });

    await other.stop();
    await vi.waitUntil(() => media.lost.length > 0, { timeout: 120_000 });
    expect(media.lost).toEqual([there.callId]);
    expect(media.nodes.status()).toBe("up");
    await expect(
      media.rooms.publish(
        { ...there, roomId: systemIds.next<RoomId>() },
        microphoneOffer,
      ),
    ).resolves.toContain("m=audio");
    expect(media.find("own")).toMatchObject({ rooms: 1 });

    await using again = anotherJanus();
    again.start();
    await media.until("hall", "up");
    await media.begin();
    expect(media.find("hall")).toMatchObject({ rooms: 1 });
  });

  it("are used only with the right keys, and the page says what is wrong", async () => {
    await using other = anotherJanus();
    await using media = create("a key that makes no rooms");
    other.start();
    media.nodes.start();
    await vi.waitUntil(() => media.find("hall")?.fault !== null, {
      timeout: 120_000,
    });
    expect(media.find("hall")).toMatchObject({ state: "down" });
    expect(media.find("hall")?.fault).toBe("room_key");
  });
});
