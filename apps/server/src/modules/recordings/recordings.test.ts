import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Call, Recording, RecordingPurpose } from "@veche/contracts";
import {
  allOn,
  newClientId,
  newJoinId,
  openService,
  type ServiceWorld,
  type Window,
} from "../../../tests/contact-centre.ts";
import { refusal, serve } from "../../../tests/service-scenes.ts";
import type { UserPrincipal } from "../../platform/principal.ts";

/** Somebody in a call, whose microphone and camera come to the media server whenever it has a room. */
interface Talker {
  readonly window: Window;
  readonly joinId: ReturnType<typeof newJoinId>;
}

const publish = async ({ window, joinId }: Talker): Promise<void> => {
  const call = window.last("call.changed")?.call;
  if (call === undefined || call.roomId === null)
    throw new Error("the call has no room");
  await window.send("call.publish", {
    callId: call.id,
    joinId,
    roomId: call.roomId,
    sdp: "offer",
    lines: [
      { mid: "0", source: "microphone" },
      { mid: "1", source: "camera" },
    ],
  });
};

/** A group in which Anna, who may record, and Boris talk; Vera is a member. */
async function talk(world: ServiceWorld) {
  const person = (name: string, role: "supervisor" | "employee") =>
    // Staff of the service world are users.
    world.operator(name, ["employee", role]) as UserPrincipal;
  const [anna, boris, vera] = [
    person("Anna", "supervisor"),
    person("Boris", "employee"),
    person("Vera", "employee"),
  ];
  const { id } = await world.chats.createGroup({
    actor: { id: anna.id, name: anna.name, address: null },
    owner: anna,
    title: "Works",
    memberIds: [],
  });
  for (const who of [boris, vera]) await world.addMember(id, who);
  const windows = {
    anna: await world.open(anna),
    boris: await world.open(boris),
    vera: await world.open(vera),
  };
  const joinId = newJoinId();
  const { call } = await windows.anna.send("call.start", {
    clientId: newClientId(),
    conversationId: id,
    media: "video",
    joinId,
    mediaState: allOn,
  });
  const come = async (window: Window): Promise<Talker> => {
    const talker = { window, joinId: newJoinId() };
    await window.send("call.join", {
      callId: call.id,
      joinId: talker.joinId,
      mediaState: allOn,
      takeOver: false,
    });
    await world.settle();
    return talker;
  };
  return {
    id,
    call,
    anna: { window: windows.anna, joinId },
    boris: await come(windows.boris),
    vera: windows.vera,
    come,
  };
}

const start = (
  { window }: Talker,
  { id: callId }: Pick<Call, "id">,
  purposes: RecordingPurpose[] = ["minutes"],
): Promise<Recording> =>
  window.send("recording.start", {
    clientId: newClientId(),
    callId,
    purposes,
  });

const say = (
  { window }: Talker,
  { id: recordingId }: Recording,
  purposes: RecordingPurpose[],
): Promise<Recording> =>
  window.send("recording.consent", { recordingId, purposes, textVersion: 1 });

const shownTo = ({ window }: Talker): Recording | undefined =>
  window.last("recording.changed")?.recording;

const answersIn = (recording: Recording | undefined) =>
  recording?.people.map(({ name, consents }) => [name, consents[0]?.answer]);

/** Whose tracks there are, of what, why they ended, and whether they are left out. */
async function tracksOf({ test }: ServiceWorld, recording: Recording) {
  const names = new Map(
    recording.people.map(({ principalId, name }) => [principalId, name]),
  );
  const rows = await test.database.db
    .selectFrom("recordingTracks")
    .selectAll()
    .orderBy("startedAt")
    .orderBy("id")
    .execute();
  return rows.map(({ principalId, source, endReason, leftOutAt }) =>
    [
      names.get(principalId),
      source,
      endReason ?? "open",
      ...(leftOutAt === null ? [] : ["left out"]),
    ].join(" "),
  );
}

/** A recorded call to which both send; Boris has agreed. */
async function recorded(world: ServiceWorld) {
  const scene = await talk(world);
  const recording = await start(scene.anna, scene.call);
  await world.settle();
  for (const talker of [scene.anna, scene.boris]) await publish(talker);
  await say(scene.boris, recording, ["minutes"]);
  await world.settle();
  return { ...scene, recording };
}

describe("recording a call", () => {
  it("moves it to the media server, asks everybody, and is begun by those who may", async () => {
    await using world = await openService();
    const { anna, boris, call } = await talk(world);
    expect(await refusal(start(boris, call))).toBe("auth.forbidden");
    const recording = await start(anna, call, ["minutes", "training"]);
    await world.settle();
    expect(anna.window.last("call.changed")?.call.topology).toBe("sfu");
    expect(answersIn(shownTo(boris))).toEqual([
      ["Anna", "given"],
      ["Boris", "asked"],
    ]);
    expect(shownTo(boris)).toMatchObject({
      state: "recording",
      startedByName: "Anna",
      purposes: ["minutes", "training"],
    });
    expect((await start(anna, call)).id).toBe(recording.id);
  });

  it("is not begun from outside the call, nor where no media server is", async () => {
    await using world = await openService();
    const { anna, vera, call } = await talk(world);
    const outside = { window: vera, joinId: anna.joinId };
    expect(await refusal(start(outside, call))).toBe("request.not_found");
    world.mediaServer.status = "off";
    expect(await refusal(start(anna, call))).toBe("recording.impossible");
  });

  it("writes nobody who has not said yes, and whoever says it late from then on", async () => {
    await using world = await openService();
    const { anna, boris, call } = await talk(world);
    const recording = await start(anna, call);
    await world.settle();
    for (const talker of [anna, boris]) await publish(talker);
    await world.settle();
    expect(await tracksOf(world, shownTo(anna)!)).toEqual([
      "Anna microphone open",
      "Anna camera open",
    ]);
    await say(boris, recording, ["minutes"]);
    await world.settle();
    expect(await tracksOf(world, shownTo(anna)!)).toEqual([
      "Anna microphone open",
      "Anna camera open",
      "Boris microphone open",
      "Boris camera open",
    ]);
  });

  it("asks whoever comes later, and shows the lamp to whoever connects anew", async () => {
    await using world = await openService();
    const { anna, boris, vera, come, recording } = await recorded(world);
    expect(vera.all("recording.changed")).toEqual([]);
    const late = await come(vera);
    await publish(late);
    await world.settle();
    expect(answersIn(shownTo(late))?.at(-1)).toEqual(["Vera", "asked"]);
    expect(answersIn(shownTo(anna))?.at(-1)).toEqual(["Vera", "asked"]);
    await say(late, recording, []);
    await world.settle();
    const tracks = await tracksOf(world, shownTo(anna)!);
    expect(tracks.filter((track) => track.startsWith("Vera"))).toEqual([]);
    const again = await world.open(boris.window.principal);
    // The service world's hub greets with what its modules snapshot.
    expect(again.last("recording.changed")?.recording.state).toBe("recording");
  });

  it("ceases at once for whoever withdraws and leaves out what was written; the others go on", async () => {
    await using world = await openService();
    const { anna, boris, recording } = await recorded(world);
    await say(boris, recording, []);
    await world.settle();
    expect(await tracksOf(world, shownTo(anna)!)).toEqual([
      "Anna microphone open",
      "Anna camera open",
      "Boris microphone withdrawn left out",
    ]);
    expect(world.mediaServer.server.senders(recording.callId)).toMatchObject([
      { joinId: anna.joinId, writtenTo: expect.any(String) as unknown },
      { joinId: boris.joinId, writtenTo: null },
    ]);
    // A yes after a no is for what comes.
    await say(boris, recording, ["minutes"]);
    await world.settle();
    expect((await tracksOf(world, shownTo(anna)!)).slice(2)).toEqual([
      "Boris microphone withdrawn left out",
      "Boris microphone open",
      "Boris camera open",
    ]);
  });

  it("is stopped for all; its files are closed, lines without a packet leave nothing", async () => {
    await using world = await openService();
    const { anna, boris, recording } = await recorded(world);
    expect(
      await refusal(
        boris.window.send("recording.stop", { recordingId: recording.id }),
      ),
    ).toBe("auth.forbidden");
    world.clock.advance(5_000);
    await anna.window.send("recording.stop", { recordingId: recording.id });
    await world.settle();
    expect(shownTo(boris)).toMatchObject({
      state: "ended",
      endReason: "stopped",
    });
    expect(await tracksOf(world, shownTo(anna)!)).toEqual([
      "Anna microphone stopped",
      "Boris microphone stopped",
    ]);
    const files = await readdir(
      join(world.mediaServer.dataDir, "recordings", recording.id),
    );
    expect(files).toHaveLength(2);
    // What was agreed to can be taken back afterwards, too.
    await say(boris, recording, []);
    await world.settle();
    expect(await tracksOf(world, shownTo(anna)!)).toEqual([
      "Anna microphone stopped",
      "Boris microphone stopped left out",
    ]);
  });

  it("ends with its call; whoever left before has tracks until then", async () => {
    await using world = await openService();
    const { anna, boris, call } = await recorded(world);
    await boris.window.send("call.leave", { callId: call.id });
    await world.settle();
    expect((await tracksOf(world, shownTo(anna)!)).at(-1)).toBe(
      "Boris microphone left",
    );
    await anna.window.send("call.leave", { callId: call.id });
    await world.settle();
    expect(shownTo(anna)).toMatchObject({
      state: "ended",
      endReason: "call_ended",
    });
    expect(await tracksOf(world, shownTo(anna)!)).toEqual([
      "Anna microphone stopped",
      "Boris microphone left",
    ]);
  });
});

describe("a recording outlives", () => {
  it("the media server: what is sent to the next one is written to other files", async () => {
    await using world = await openService();
    const { anna, boris } = await recorded(world);
    world.mediaServer.server.die();
    await world.settle();
    for (const talker of [anna, boris]) await publish(talker);
    await world.settle();
    expect((await tracksOf(world, shownTo(anna)!)).sort()).toEqual([
      "Anna camera open",
      "Anna microphone lost",
      "Anna microphone open",
      "Boris camera open",
      "Boris microphone lost",
      "Boris microphone open",
    ]);
  });

  it("the server: the next one settles its files by what they say, and writes on", async () => {
    await using world = await openService();
    const { anna, boris, recording } = await recorded(world);
    await world.kill();
    world.mediaServer.server.vanish();
    await world.start();
    await world.settle();
    expect(await tracksOf(world, shownTo(anna)!)).toEqual([
      "Anna microphone lost",
      "Boris microphone lost",
    ]);
    const window = await world.open(boris.window.principal);
    expect(window.last("recording.changed")?.recording.id).toBe(recording.id);
    const [track] = await world.test.database.db
      .selectFrom("recordingTracks")
      .selectAll()
      .execute();
    expect(track?.endedAt).toEqual(
      new Date(track!.firstPacketAt!.getTime() + 40),
    );
  });
});

describe("the call of a customer", () => {
  it("is recorded with the customer's consent, asked on their page", async () => {
    await using world = await openService();
    const { operator, customer, accepted } = await serve(world);
    const { call } = accepted.seat!;
    const joinId = newJoinId();
    await customer.send("call.join", {
      callId: call.id,
      joinId,
      mediaState: allOn,
      takeOver: false,
    });
    const recording = await start(
      { window: operator, joinId: call.participants[1]!.joinId! },
      call,
      ["quality"],
    );
    await world.settle();
    const asked = { window: customer, joinId };
    expect(
      answersIn(shownTo(asked))?.find(([, said]) => said === "asked"),
    ).toBeDefined();
    await publish(asked);
    await world.settle();
    expect(await tracksOf(world, recording)).toEqual([]);
    await say(asked, recording, ["quality"]);
    await world.settle();
    expect(await tracksOf(world, recording)).toHaveLength(2);
  });
});

describe("a conference that is to be recorded", () => {
  /** A group whose calls are to be recorded; Anna may record, Boris may not. */
  async function planned(world: ServiceWorld) {
    // Staff of the service world are users.
    const anna = world.operator("Anna", [
      "employee",
      "supervisor",
    ]) as UserPrincipal;
    const boris = world.operator("Boris", ["employee"]) as UserPrincipal;
    const { id } = await world.chats.createGroup({
      actor: { id: anna.id, name: anna.name, address: null },
      owner: anna,
      title: "Works",
      memberIds: [],
    });
    await world.addMember(id, boris);
    world.recorded.add(id);
    return {
      anna: { window: await world.open(anna), joinId: newJoinId() },
      boris: { window: await world.open(boris), joinId: newJoinId() },
      id,
    };
  }
  const sit = ({ joinId }: Talker) => ({ joinId, mediaState: allOn });
  const come = ({ window, ...talker }: Talker, { id: callId }: Call) =>
    window.send("call.join", {
      callId,
      ...sit({ window, ...talker }),
      takeOver: false,
    });

  it("is asked about as soon as somebody is there who may record, and nobody has agreed by that", async () => {
    await using world = await openService();
    const { anna, boris, id } = await planned(world);
    const { call } = await boris.window.send("call.start", {
      ...{ clientId: newClientId(), conversationId: id, media: "video" },
      ...sit(boris),
    });
    await world.settle();
    expect(shownTo(boris)).toBeUndefined();
    await come(anna, call);
    await world.settle();
    expect(answersIn(shownTo(boris))).toEqual([
      ["Boris", "asked"],
      ["Anna", "asked"],
    ]);
    expect(shownTo(boris)).toMatchObject({
      startedBy: anna.window.principal.id,
      purposes: ["minutes"],
    });
    expect(await tracksOf(world, shownTo(boris)!)).toEqual([]);
  });

  it("is left as its people left it: what was stopped does not begin again", async () => {
    await using world = await openService();
    const { anna, boris, id } = await planned(world);
    const { call } = await anna.window.send("call.start", {
      ...{ clientId: newClientId(), conversationId: id, media: "video" },
      ...sit(anna),
    });
    await world.settle();
    const recordingId = shownTo(anna)!.id;
    await anna.window.send("recording.stop", { recordingId });
    await come(boris, call);
    await world.settle();
    expect(shownTo(anna)).toMatchObject({ id: recordingId, state: "ended" });
    expect(shownTo(boris)).toBeUndefined();
  });
});
