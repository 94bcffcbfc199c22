import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { MediaSource } from "@veche/contracts";
import { openCrowd, type Member } from "../../../../tests/crowd.ts";
import { needsProgram } from "../../../../tests/needs-program.ts";
import { ownJanus } from "../../../../tests/own-janus.ts";
import { findJanus } from "../media-server.ts";

const limits = { pictures: 5, voices: 3 };
const size = 14;

let crowd: Awaited<ReturnType<typeof openCrowd>>;
const all = (): readonly Member[] => crowd.members;
const othersOf = (member: Member) => all().filter((one) => one !== member);
const until = (fits: () => boolean): Promise<unknown> =>
  vi.waitUntil(fits, { timeout: 120_000, interval: 20 });

/** More comes of this, from here on, on the line that carries it. */
async function arrives(
  viewer: Member,
  other: Member,
  source: MediaSource,
): Promise<void> {
  await until(() => viewer.packetsOf(other, source) !== undefined);
  const before = viewer.packetsOf(other, source) ?? 0;
  await until(() => (viewer.packetsOf(other, source) ?? 0) > before + 20);
}

/** Somebody whose line this viewer doesn't have. */
const strangerTo = (viewer: Member, source: MediaSource): Member => {
  const stranger = othersOf(viewer).find(
    (one) => viewer.lineOf(one, source) === undefined,
  );
  if (stranger === undefined) throw new Error("they have everybody's");
  return stranger;
};

describe("a room with more people than places, at a real Janus", () => {
  needsProgram({ name: "janus", isThere: findJanus(ownJanus).ok });
  beforeAll(async () => {
    crowd = await openCrowd(limits);
    await crowd.come(size);
  });
  afterAll(() => crowd[Symbol.asyncDispose]());

  it("gives everybody as many pictures and voices as there are places, and each of them arrives", async () => {
    await until(() =>
      all().every(
        (one) =>
          one.linesOf("camera").length === limits.pictures &&
          one.linesOf("microphone").length === limits.voices,
      ),
    );
    await until(() =>
      all().every((one) =>
        one.lines.every(({ mid }) => (one.peer.arrived(mid)?.packets ?? 0) > 2),
      ),
    );
    expect(
      all().every(
        (one) =>
          one.lines.length === new Set(one.lines.map(({ mid }) => mid)).size,
      ),
    ).toBe(true);
  });

  it("lets who begins to talk be heard and seen by all, though nobody had their lines", async () => {
    const [viewer] = all();
    const talker = strangerTo(viewer!, "microphone");
    talker.peer.say("words");
    await Promise.all(
      othersOf(talker).flatMap((one) => [
        arrives(one, talker, "microphone"),
        arrives(one, talker, "camera"),
      ]),
    );
    talker.peer.say("silence");
    expect(all().map((one) => one.linesOf("microphone").length)).toEqual(
      all().map(() => limits.voices),
    );
  });

  it("shows everybody whom all are to look at", async () => {
    const shown = strangerTo(all()[0]!, "camera");
    crowd.spotlight(shown);
    await Promise.all(
      othersOf(shown).map((one) => arrives(one, shown, "camera")),
    );
  });

  it("shows a viewer whom they pinned, and nobody else for that", async () => {
    const [viewer, other] = all();
    const pinned = othersOf(viewer!).find(
      (one) =>
        one !== other &&
        viewer!.lineOf(one, "camera") === undefined &&
        other!.lineOf(one, "camera") === undefined,
    )!;
    crowd.look(viewer!, {
      pictures: [{ joinId: pinned.joinId, source: "camera", height: 180 }],
      pinned: [pinned.joinId],
    });
    await arrives(viewer!, pinned, "camera");
    expect(other!.lineOf(pinned, "camera")).toBeUndefined();
  });

  it("gives the place of who leaves to another", async () => {
    const [viewer] = all();
    const leaver = othersOf(viewer!).find(
      (one) => viewer!.lineOf(one, "microphone") !== undefined,
    )!;
    crowd.leave(leaver);
    await until(() =>
      all().every(
        (one) =>
          one.lineOf(leaver, "microphone") === undefined &&
          one.linesOf("microphone").length === limits.voices,
      ),
    );
  });

  it("carries what is meant for one to that one alone, though everybody were to look there", async () => {
    const [whisperer, friend] = all();
    crowd.spotlight(whisperer!);
    await Promise.all(
      othersOf(whisperer!).map((one) => arrives(one, whisperer!, "camera")),
    );
    crowd.speakTo(whisperer!, [friend!]);
    const strangers = () =>
      othersOf(whisperer!).filter((one) => one !== friend);
    await until(() =>
      strangers().every(
        (one) => one.lineOf(whisperer!, "camera") === undefined,
      ),
    );
    await arrives(friend!, whisperer!, "camera");
    crowd.speakTo(whisperer!, undefined);
    await Promise.all(
      strangers().map((one) => arrives(one, whisperer!, "camera")),
    );
  });

  it("offers nothing to who is only coming, whatever they say of how they show the others", async () => {
    expect(await crowd.comeLooking({ pictures: [], pinned: [] })).toBe(false);
    await until(() => all().at(-1)!.linesOf("camera").length > 0);
  });
});
