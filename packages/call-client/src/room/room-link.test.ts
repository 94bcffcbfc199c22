import { beforeEach, describe, expect, it } from "vitest";
import type { JoinId, ReceivedLine, SentLine } from "@veche/contracts";
import { FakePlatform } from "../../tests/fake-devices.ts";
import { fakeTrack } from "../../tests/fake-track.ts";
import { settle, VirtualTime } from "../../tests/virtual-time.ts";
import { RoomLink } from "./room-link.ts";

const anna = "anna" as JoinId;
const boris = "boris" as JoinId;
const ice = { iceServers: [], expiresAt: "2026-03-02T10:00:00.000Z" };
const camera = fakeTrack("video", "my face");
const tracks = {
  microphone: null,
  camera,
  screen: null,
  screenSound: null,
};

/** What the media server offers: a picture and a sound of each of these. */
const offerOf = (...joinIds: readonly JoinId[]) => {
  const lines = joinIds.flatMap((joinId, place): ReceivedLine[] => [
    { mid: `${String(place)}a`, joinId, source: "microphone" },
    { mid: `${String(place)}v`, joinId, source: "camera" },
  ]);
  const fakeLines = lines.map(({ mid, source }) => ({
    mid,
    kind: source === "camera" ? "video" : "audio",
  }));
  return { lines, sdp: JSON.stringify({ ice: "s", lines: fakeLines }) };
};

let time: VirtualTime;
let platform: FakePlatform;
let said: string[];
let refuse: boolean;
let link: RoomLink;
let published: SentLine[];

beforeEach(() => {
  time = new VirtualTime();
  platform = new FakePlatform();
  said = [];
  refuse = false;
});

const open = async (): Promise<void> => {
  link = new RoomLink({
    platform,
    powers: time.powers,
    ice,
    tracks,
    post: {
      publish: async (sdp, lines) => {
        said.push("publish");
        if (refuse) throw new Error("no media server");
        published = lines;
        return sdp;
      },
      receive: async () => void said.push("receive"),
      trickle: async (connection) => void said.push(`trickle ${connection}`),
    },
    events: { remote: () => said.push("remote"), changed: () => undefined },
  });
  await settle();
};
const sending = () =>
  platform.connections.find(({ lines }) => lines.length === 4)!;
const newest = () => platform.connections.at(-1)!;
const live = async (): Promise<void> => {
  await open();
  sending().become("connected");
  link.offered(offerOf(anna));
  await settle();
  newest().become("connected");
};

describe("the link to a room", () => {
  it("offers four lines and says what each carries; the camera's picture comes in three sizes", async () => {
    await open();
    expect(published).toEqual([
      { mid: "0", source: "microphone" },
      { mid: "1", source: "camera" },
      { mid: "2", source: "screen" },
      { mid: "3", source: "screenSound" },
    ]);
    expect(sending().sending()).toEqual([null, "my face", null, null]);
    expect(sending().lines[1]?.sender.encodings.map(({ rid }) => rid)).toEqual([
      "h",
      "m",
      "l",
    ]);
  });

  it("answers what is offered and tells whose it is, also after others came and went", async () => {
    await live();
    expect(said).toEqual(["publish", "receive", "remote"]);
    expect([...link.tracks().keys()]).toEqual([anna]);
    const annas = link.tracks().get(anna)?.camera;
    link.offered(offerOf(anna, boris));
    await settle();
    expect([...link.tracks().keys()]).toEqual([anna, boris]);
    expect(link.tracks().get(anna)?.camera).toBe(annas);
  });

  it("is told that a line carries somebody else now, without an offer", async () => {
    await live();
    const track = link.tracks().get(anna)?.camera;
    link.linesChanged([{ mid: "0v", joinId: boris, source: "camera" }]);
    await settle();
    expect([...link.tracks().keys()]).toEqual([boris]);
    expect(link.tracks().get(boris)?.camera).toBe(track);
    expect(said).toEqual(["publish", "receive", "remote", "remote"]);
  });

  it("does not hear what was offered before it was known there", async () => {
    refuse = true;
    await open();
    link.offered(offerOf(anna));
    await settle();
    expect(said).toEqual(["publish"]);
  });

  it("is up when all stands", async () => {
    await open();
    expect(link.isUp).toBe(false);
    sending().become("connected");
    expect(link.isUp).toBe(true);
  });

  it("that is lost is built anew at once", async () => {
    await live();
    const lost = sending();
    lost.become("failed");
    await time.pass(0);
    expect([lost.connectionState, link.isUp]).toEqual(["closed", false]);
    expect(said.filter((word) => word === "publish")).toHaveLength(2);
    newest().become("connected");
    expect(link.isUp).toBe(true);
  });

  it("takes what is offered to the new one, though the old one was closed before it had answered", async () => {
    await live();
    platform.negotiation = new Promise(() => undefined);
    link.offered(offerOf(anna, boris));
    await settle();
    platform.negotiation = Promise.resolve();
    sending().become("failed");
    await time.pass(0);
    said.length = 0;
    link.offered(offerOf(boris));
    await settle();
    expect(said).toEqual(["receive", "remote"]);
    expect([...link.tracks().keys()]).toEqual([boris]);
  });

  it("gives each further try more time: a slow machine comes to its end", async () => {
    await open();
    const tries = () => said.filter((word) => word === "publish").length;
    const timesMs: number[] = [];
    for (let passedMs = 0; passedMs < 120_000; passedMs += 1_000) {
      const before = tries();
      await time.pass(1_000);
      if (tries() > before) timesMs.push(passedMs);
    }
    const gapsMs = timesMs.map((at, index) => at - (timesMs[index - 1] ?? 0));
    expect(gapsMs[0]).toBeLessThan(20_000);
    expect(gapsMs[1]).toBeGreaterThanOrEqual(20_000);
    expect(gapsMs[2]).toBeGreaterThanOrEqual(40_000);
  });

  it("asks again while no media server is there", async () => {
    refuse = true;
    await open();
    refuse = false;
    await time.pass(500);
    expect(said).toEqual(["publish", "publish"]);
  });

  it("sends nothing while I cannot be seen as live", async () => {
    await live();
    link.silence();
    await settle();
    expect(sending().sending()).toEqual([null, null, null, null]);
    link.unsilence();
    await settle();
    expect(sending().sending()).toEqual([null, "my face", null, null]);
  });

  it("knows what arrives", async () => {
    await live();
    expect(await link.arrives(anna, ["camera"])).toBe(false);
    newest().stats = [
      { id: "1", type: "inbound-rtp", mid: "0v", framesDecoded: 1 },
      { id: "2", type: "inbound-rtp", mid: "0a", bytesReceived: 90 },
    ];
    expect(await link.arrives(anna, ["camera", "microphone"])).toBe(true);
    expect(await link.arrives(boris, ["camera"])).toBe(false);
  });

  it("says candidates that come after the offer, and stops with all when it is closed", async () => {
    await live();
    sending().find("host");
    expect(said.at(-1)).toBe("trickle sending");
    link.close();
    expect(
      platform.connections.map(({ connectionState }) => connectionState),
    ).toEqual(["closed", "closed"]);
  });
});
