import { beforeEach, expect, test } from "vitest";
import type { Signal } from "@veche/contracts";
import { FakePlatform } from "../../tests/fake-devices.ts";
import type { FakePeerConnection } from "../../tests/fake-peer-connection.ts";
import { settle } from "../../tests/virtual-time.ts";
import { Transport } from "./transport.ts";

interface Side {
  readonly transport: Transport;
  readonly connection: FakePeerConnection;
  /** What it said and nobody has carried yet. */
  readonly said: Signal[];
  /** Offers made before the other side was there. */
  readonly prepared: Signal[];
  readonly told: string[];
}

const noTracks = {
  microphone: null,
  camera: null,
  screen: null,
  screenSound: null,
};

const side = ({ isPolite }: { readonly isPolite: boolean }): Side => {
  const platform = new FakePlatform();
  const said: Signal[] = [];
  const prepared: Signal[] = [];
  const told: string[] = [];
  const transport = new Transport({
    platform,
    iceServers: [{ urls: ["stun:example.org"] }],
    isPolite,
    tracks: noTracks,
    events: {
      signal: (signal) => said.push(signal),
      prepared: (offer) => prepared.push(offer),
      connection: (state) => told.push(state),
      remote: () => told.push("remote"),
      broken: () => told.push("broken"),
    },
  });
  return {
    transport,
    connection: platform.connections[0]!,
    said,
    prepared,
    told,
  };
};

const carry = async (from: Side, to: Side): Promise<void> => {
  await settle();
  for (const signal of from.said.splice(0)) to.transport.receive(signal);
  await settle();
};

let polite: Side;
let impolite: Side;

const negotiate = async (): Promise<void> => {
  for (const one of [polite, impolite]) one.transport.open();
  await carry(polite, impolite);
  await carry(impolite, polite);
};

beforeEach(() => {
  polite = side({ isPolite: true });
  impolite = side({ isPolite: false });
});

test("one bundled connection with the servers that were given", () => {
  expect(polite.connection.configuration).toEqual({
    iceServers: [{ urls: ["stun:example.org"] }],
    bundlePolicy: "max-bundle",
  });
});

test("the polite side offers, the impolite answers; each knows the other's tracks", async () => {
  await negotiate();
  expect([
    polite.connection.localDescription?.type,
    impolite.connection.localDescription?.type,
  ]).toEqual(["offer", "answer"]);
  expect([polite.told, impolite.told]).toEqual([["remote"], ["remote"]]);
});

test("when offers cross, the impolite side's stands and the polite side answers it", async () => {
  await negotiate();
  polite.transport.renewIce();
  impolite.transport.renewIce();
  await settle();
  const crossing = polite.said.splice(0);
  await carry(impolite, polite);
  for (const signal of crossing) impolite.transport.receive(signal);
  await carry(polite, impolite);
  expect([
    polite.connection.localDescription?.type,
    impolite.connection.localDescription?.type,
  ]).toEqual(["answer", "offer"]);
  expect([
    polite.connection.signalingState,
    impolite.connection.signalingState,
  ]).toEqual(["stable", "stable"]);
  expect([...polite.told, ...impolite.told]).not.toContain("broken");
});

test("a candidate that comes before its description waits for it", async () => {
  impolite.transport.receive({
    kind: "candidate",
    candidate: "early",
    sdpMid: "0",
    sdpMLineIndex: 0,
    usernameFragment: null,
  });
  await settle();
  await negotiate();
  expect(impolite.connection.candidates).toMatchObject([
    { candidate: "early" },
  ]);
});

test("a second answer to an offer that was said twice harms nothing", async () => {
  for (const one of [polite, impolite]) one.transport.open();
  await settle();
  polite.transport.resend();
  await carry(polite, impolite);
  expect(impolite.said).toHaveLength(2);
  await carry(impolite, polite);
  expect(polite.told).toEqual(["remote"]);
});

test("an offer made before anybody is there is answered by whoever gets it early, and stands when it is said again", async () => {
  await settle();
  impolite.transport.open();
  impolite.transport.receive(polite.prepared[0]!);
  await settle();
  expect(impolite.said).toMatchObject([{ type: "answer" }]);
  const answered = impolite.connection.localDescription;
  polite.transport.open();
  await carry(polite, impolite);
  expect(impolite.connection.localDescription).toBe(answered);
  await carry(impolite, polite);
  expect([polite.told, impolite.told]).toEqual([["remote"], ["remote"]]);
});

test("whose answer is heard first is not offered again, only told what was found since", async () => {
  await settle();
  impolite.transport.open([polite.prepared[0]!]);
  await settle();
  polite.connection.find("found while it rang");
  polite.transport.open(impolite.said.splice(0));
  await settle();
  expect(polite.said).toMatchObject([
    { kind: "candidate", candidate: "found while it rang" },
  ]);
  expect([polite.told, impolite.told]).toEqual([["remote"], ["remote"]]);
});

test("nothing is said before the other side is there", async () => {
  polite.connection.find("found early");
  await settle();
  expect(polite.said).toEqual([]);
  polite.transport.open();
  expect(polite.said).toHaveLength(1);
});

test("the side that waits for an offer cannot seek a path yet", async () => {
  impolite.transport.open();
  impolite.transport.renewIce();
  await settle();
  expect(impolite.said).toEqual([]);
});

test("a description that fits nothing is told as broken", async () => {
  impolite.transport.receive({
    kind: "description",
    type: "offer",
    sdp: "not a description",
    screenMids: [],
  });
  await settle();
  expect(impolite.told).toEqual(["broken"]);
});

test("what comes after the end is not worked on", async () => {
  await negotiate();
  impolite.transport.close();
  polite.transport.renewIce();
  await carry(polite, impolite);
  expect(impolite.told).toEqual(["remote"]);
  await expect(impolite.transport.stats()).rejects.toThrow();
});
