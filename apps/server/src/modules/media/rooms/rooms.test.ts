import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { CallId, JoinId, RoomId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { systemClock } from "../../../platform/clock.ts";
import { systemIds } from "../../../platform/ids.ts";
import { createLog } from "../../../platform/log.ts";
import { systemTimers } from "../../../platform/timers.ts";
import { microphoneOffer as published } from "../../../../tests/microphone-offer.ts";
import { ownJanus } from "../../../../tests/own-janus.ts";
import { openJanusSession } from "../janus/janus-handle.ts";
import type { JanusLine, JanusMessage } from "../janus/janus-line.ts";
import { createMediaServer, findJanus } from "../media-server.ts";
import { createRooms } from "./create-rooms.ts";
import type { Place } from "./room-face.ts";
import { needsProgram } from "../../../../tests/needs-program.ts";

const log = createLog({ level: "silent", isPretty: false });

const newPlace = (): Place => ({
  callId: systemIds.next<CallId>(),
  roomId: systemIds.next<RoomId>(),
  joinId: systemIds.next<JoinId>(),
});
const refusalOf = (doing: Promise<unknown>): Promise<unknown> =>
  doing.then(
    () => "none",
    (error: unknown) => (error instanceof AppError ? error.code : error),
  );

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "veche-rooms-"));
  await chmod(dataDir, 0o711);
});
afterEach(async () => {
  await rm(dataDir, { recursive: true });
});

function create(hurry = 1) {
  const lines: JanusLine[] = [];
  const roomKey = "the key of rooms";
  const rooms = createRooms({
    clock: {
      now: () => systemClock.now(),
      monotonicMs: () => systemClock.monotonicMs() * hurry,
    },
    ids: systemIds,
    log,
    timers: {
      after: (delayMs, task) => systemTimers.after(delayMs / hurry, task),
      every: (intervalMs, task) => systemTimers.every(intervalMs / hurry, task),
    },
    roomKey,
  });
  const server = createMediaServer({
    config: {
      mediaServer: ownJanus,
      dataDir,
      secretKey: "the key of this test, which is long enough",
    },
    log,
    timers: systemTimers,
    roomKey,
    onUp(line) {
      lines.push(line);
      rooms.nodeUp("own", line);
    },
  });
  return {
    rooms,
    lines,
    processId: server.processId,
    async start() {
      server.start();
      await vi.waitUntil(() => server.status() === "up", { timeout: 120_000 });
    },
    [Symbol.asyncDispose]: server.stop,
  };
}

describe("rooms at a real Janus", () => {
  needsProgram({ name: "janus", isThere: findJanus(ownJanus).ok });

  it("answer who publishes, again and again, and in as many calls as there are", async () => {
    await using media = create();
    await media.start();
    const place = newPlace();
    for (const one of [
      place,
      { ...place, joinId: newPlace().joinId },
      place,
      newPlace(),
    ]) {
      const answer = await media.rooms.publish(one, published);
      expect(answer).toMatch(/^m=audio \d+ UDP\/TLS\/RTP\/SAVPF 111/m);
      expect(answer).toMatch(/^a=recvonly/m);
    }
  });

  it("refuse what they can't read, and go on", async () => {
    await using media = create();
    await media.start();
    const place = newPlace();
    const garbage = { ...published, sdp: "v=0\r\nnonsense" };
    expect(await refusalOf(media.rooms.publish(place, garbage))).toBe(
      "request.invalid",
    );
    await expect(media.rooms.publish(place, published)).resolves.toContain(
      "m=audio",
    );
  });

  it("take nothing from who was let go, or speaks of another room", async () => {
    await using media = create();
    await media.start();
    const place = newPlace();
    await media.rooms.publish(place, published);
    media.rooms.keep(place.callId, { roomId: place.roomId, seats: [] });
    await media.rooms.receive(place, published.sdp);
    await media.rooms.trickle(newPlace(), {
      connection: "sending",
      candidate: null,
    });
    media.rooms.close(place.callId);
    await expect(media.rooms.publish(place, published)).resolves.toContain(
      "m=audio",
    );
  });

  it("are not there before a media server is", async () => {
    await using media = create();
    expect(await refusalOf(media.rooms.publish(newPlace(), published))).toBe(
      "server.unavailable",
    );
  });

  it("tell which calls lost theirs when Janus is killed and there again", async () => {
    await using media = create();
    await media.start();
    const place = newPlace();
    await media.rooms.publish(place, published);
    const lost = new Promise<readonly CallId[]>((resolve) => {
      media.rooms.listen({ offered: () => undefined, lost: resolve });
    });
    process.kill(media.processId()!, "SIGKILL");
    expect(await lost).toEqual([place.callId]);
    await expect(
      media.rooms.publish({ ...place, roomId: newPlace().roomId }, published),
    ).resolves.toContain("m=audio");
  });

  it("find who has a seat and never connects, and tell of them once", async () => {
    await using media = create(50);
    await media.start();
    const { callId, roomId, joinId } = newPlace();
    const told: unknown[] = [];
    media.rooms.listen({
      offered: () => undefined,
      lost: () => undefined,
      peersChanged: (of, changes) => told.push([of, changes]),
    });
    await media.rooms.publish({ callId, roomId, joinId }, published);
    const absent = newPlace().joinId;
    const seat = {
      media: { microphone: true, camera: true, screen: false },
      isSpotlit: false,
    };
    media.rooms.keep(callId, {
      roomId,
      seats: [joinId, absent].map((one) => ({ ...seat, joinId: one })),
    });
    await vi.waitUntil(() => told.length > 0, { timeout: 120_000 });
    expect(told).toEqual([[callId, { gone: [joinId, absent], back: [] }]]);
  });

  it("show out who came in past us", async () => {
    await using media = create(20);
    await media.start();
    const place = newPlace();
    await media.rooms.publish(place, published);
    const session = await openJanusSession(media.lines[0]!);
    const heard: JanusMessage[] = [];
    const stranger = await session.attach((message) => heard.push(message));
    await stranger.ask({
      request: "join",
      ptype: "publisher",
      room: place.roomId,
      id: "stranger",
    });
    await vi.waitUntil(
      () =>
        heard.some(({ plugindata }) => plugindata?.data["reason"] === "kicked"),
      { timeout: 120_000 },
    );
    await expect(
      media.rooms.publish({ ...place, joinId: newPlace().joinId }, published),
    ).resolves.toContain("m=audio");
  });
});
