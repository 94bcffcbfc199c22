import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { access, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type {
  Composition,
  OpenedRecording,
  RecordingDeletion,
  RecordingId,
  Role,
  UserId,
} from "@veche/contracts";
import { createTestClock, type TestClock } from "../../../../tests/clock.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../../tests/database.ts";
import { createTestHttp, ownPage, publicUrl } from "../../../../tests/http.ts";
import { beganAtMs, recordedCall } from "../../../../tests/recorded-call.ts";
import { silentTrack } from "../../../../tests/recorded-track.ts";
import { openWriteGate } from "../../../platform/db/write-gate.ts";
import { serverActor } from "../../../platform/db/database.ts";
import { systemIds } from "../../../platform/ids.ts";
import type { UserPrincipal } from "../../../platform/principal.ts";
import type { Timers } from "../../../platform/timers.ts";
import { findFilmMaker, type FilmMaker } from "../compose/film/film-maker.ts";
import type { RecordingsTables } from "../store/tables.ts";
import { createLibrary, type Library } from "./create-library.ts";
import { needsProgram } from "../../../../tests/needs-program.ts";

const filmMaker = findFilmMaker();
const person = (name: string, roles: readonly Role[]): UserPrincipal => ({
  ...{ kind: "user", id: systemIds.next<UserId>(), name, roles },
  sessionId: systemIds.next(),
  ...{ language: "en", device: "desktop_browser" },
});
const anna = person("Anna", ["employee"]);
const boris = person("Boris", ["employee"]);
const vera = person("Vera", ["employee"]);
const admin = person("Administrator", ["admin"]);

let test: TestDatabase<RecordingsTables>;
let dataDir: string;
let library: Library;
let clock: TestClock;

const open = (
  maker: FilmMaker | "none" | undefined = filmMaker,
  timers: Timers = clock,
): Library =>
  createLibrary({
    ...{ database: test.database.narrow(), bus: test.bus, log: test.log },
    ...{ clock, timers, ids: systemIds, writeGate: openWriteGate },
    ...{ dataDir, publicUrl, filmMaker: maker === "none" ? undefined : maker },
  });

beforeEach(async () => {
  test = await createTestDatabase<RecordingsTables>();
  dataDir = await mkdtemp(join(tmpdir(), "veche-library-"));
  clock = createTestClock("2026-05-04T10:00:20.000Z");
  library = open();
});
afterEach(async () => {
  await library[Symbol.asyncDispose]();
  await test[Symbol.asyncDispose]();
  await rm(dataDir, { recursive: true });
});

/** With a picture of Anna. */
const recorded = (): Promise<RecordingId> =>
  recordedCall(place(), { people: [anna, boris], hasPicture: true });
const recordedSound = (): Promise<RecordingId> =>
  recordedCall(place(), { people: [anna, boris], hasPicture: false });
const place = () => ({ database: test.database, dataDir });

interface Asked {
  readonly as?: UserPrincipal;
  readonly payload?: object;
  readonly range?: string;
}

async function ask(
  method: "GET" | "POST" | "PUT" | "DELETE",
  path: string,
  { as = admin, payload, range }: Asked = {},
) {
  await using http = await createTestHttp({
    clock,
    routes: library.routes,
    byteRoutes: library.byteRoutes,
    authenticate: { session: async () => as, bearer: async () => undefined },
  });
  return await http.inject({
    ...{ method, url: `/api/v1/recordings${path}` },
    headers: { ...ownPage, ...(range !== undefined && { range }) },
    ...(payload !== undefined && { payload }),
  });
}

const opened = async (id: RecordingId, asked: Asked = {}) =>
  (await ask("GET", `/${id}`, asked)).json<OpenedRecording>();
const codeOf = async (asked: ReturnType<typeof ask>) =>
  (await asked).json<{ code: string }>().code;
const facts = async () => (await test.outboxEvents()).map(({ type }) => type);

async function withdraws(id: RecordingId, who: UserPrincipal): Promise<void> {
  await test.database
    .narrow<RecordingsTables>()
    .transact(serverActor, (unit) =>
      unit.tx
        .updateTable("recordingTracks")
        .set({ leftOutAt: clock.now() })
        .where("recordingId", "=", id)
        .where("principalId", "=", who.id)
        .execute(),
    );
}

// Encoding takes as long as the machine needs.
const patience = { timeout: 120_000 };

describe("a recording that has ended", patience, () => {
  needsProgram({ name: "ffmpeg", isThere: filmMaker !== undefined });

  it("can be watched at once, everybody on one clock, by whoever was in the call", async () => {
    const id = await recorded();
    await library.quiet();
    const { recording, reels, may } = await opened(id, { as: boris });
    expect(recording).toMatchObject({ state: "playable", isHeld: false });
    expect(may).toEqual({
      ...{
        download: false,
        takeOriginals: false,
        hold: false,
        delete: false,
      },
    });
    expect(reels).toMatchObject([
      { name: "Anna", kind: "camera", hasPicture: true, hasSound: true },
      { name: "Boris", kind: "camera", hasPicture: false, hasSound: true },
    ]);
    for (const { durationMs } of reels)
      expect(Math.abs(durationMs - 3_000)).toBeLessThan(100);
    expect(await codeOf(ask("GET", `/${id}`, { as: vera }))).toBe(
      "recording.not_found",
    );
  });

  it("is given by its bytes, any stretch of them; whoever has the first one is in the trail", async () => {
    const id = await recorded();
    await library.quiet();
    const [reel] = (await opened(id)).reels;
    const path = `/${id}/reels/${reel!.id}`;
    const part = await ask("GET", path, { as: boris, range: "bytes=4-19" });
    expect(part.statusCode).toBe(206);
    expect(part.headers["content-range"]).toBe(`bytes 4-19/${reel!.sizeBytes}`);
    expect(await facts()).not.toContain("recording.viewed");
    const whole = await ask("GET", path, { as: boris });
    expect(whole.rawPayload.subarray(4, 20)).toEqual(part.rawPayload);
    expect(await facts()).toContain("recording.viewed");
    expect((await ask("GET", path, { as: vera })).statusCode).toBe(404);
    const original = `/${id}/originals/${reel!.id}`;
    expect((await ask("GET", original, { as: boris })).statusCode).toBe(403);
    expect((await ask("GET", original)).statusCode).toBe(200);
  });

  it("is a film that other programs read, and another in another layout", async () => {
    const id = await recorded();
    await library.quiet();
    for (const [layout, format] of [
      ["side_by_side", "mp4"],
      ["speaker", "webm"],
    ] as const)
      await ask("POST", `/${id}/compositions`, {
        payload: { layout, format, language: "en" },
      });
    await library.quiet();
    const { compositions } = await opened(id);
    expect(compositions).toMatchObject([
      { layout: "side_by_side", state: "ready", progress: 1 },
      { layout: "speaker", state: "ready", progress: 1 },
    ]);
    // The third holds the chapters.
    expect(codecsOf(await bytesOf(id, compositions[0]!)).slice(0, 2)).toEqual([
      ...["h264", "aac"],
    ]);
    expect(codecsOf(await bytesOf(id, compositions[1]!))).toEqual([
      ...["vp8", "opus"],
    ]);
    expect(
      await codeOf(
        ask("POST", `/${id}/compositions`, {
          as: boris,
          payload: { layout: "grid", format: "mp4", language: "en" },
        }),
      ),
    ).toBe("auth.forbidden");
  });

  it("is made again without whoever withdraws, film and reels", async () => {
    const id = await recorded();
    await library.quiet();
    await ask("POST", `/${id}/compositions`, {
      payload: { layout: "grid", format: "mp4", language: "en" },
    });
    await library.quiet();
    await withdraws(id, anna);
    await library.quiet();
    const { reels, compositions } = await opened(id);
    expect(reels.map(({ name }) => name)).toEqual(["Boris"]);
    expect(compositions).toMatchObject([{ state: "ready" }]);
    expect(await readdir(join(dataDir, "library", id))).toHaveLength(2);
  });

  it("whose film's maker died is made once more, and one file is left", async () => {
    const id = await recorded();
    await library.quiet();
    await library[Symbol.asyncDispose]();
    const begun = Promise.withResolvers<undefined>();
    const maker: FilmMaker = {
      make: async ({ output, signal }) => {
        await writeFile(`${output}.part`, "half a film");
        begun.resolve(undefined);
        await new Promise((_, reject) => {
          signal.addEventListener("abort", () => reject(new Error("died")));
        });
      },
    };
    // Nothing moves its time: it says no more that it goes on.
    library = open(maker, createTestClock());
    await ask("POST", `/${id}/compositions`, {
      payload: { layout: "grid", format: "webm", language: "ru" },
    });
    await begun.promise;
    // What a kill leaves: the row says that somebody works on it, and nobody does.
    const dead = library;
    library = open();
    clock.advance(61_000);
    await library.quiet();
    await dead[Symbol.asyncDispose]();
    const { compositions } = await opened(id);
    expect(compositions).toMatchObject([{ state: "ready" }]);
    const films = (await readdir(join(dataDir, "library", id))).filter((name) =>
      name.startsWith(compositions[0]!.id),
    );
    expect(films).toEqual([`${compositions[0]!.id}-2.webm`]);
  });
});

describe("keeping recordings", patience, () => {
  needsProgram({ name: "ffmpeg", isThere: filmMaker !== undefined });

  it("deletes all of one, and proves what is gone; one on hold stays", async () => {
    const id = await recorded();
    await library.quiet();
    await ask("PUT", `/${id}/hold`, { payload: { reason: "Case 17" } });
    expect(await codeOf(ask("DELETE", `/${id}`))).toBe("recording.held");
    await ask("DELETE", `/${id}/hold`);
    const file = `recordings/${id}/${boris.id}-microphone.mjr`;
    expect((await ask("DELETE", `/${id}`)).statusCode).toBe(204);
    expect(await codeOf(ask("GET", `/${id}`))).toBe("recording.not_found");
    await expect(access(join(dataDir, file))).rejects.toThrow("ENOENT");
    await expect(access(join(dataDir, "library", id))).rejects.toThrow(
      "ENOENT",
    );
    const { deletions } = (await ask("GET", "/deletions")).json<{
      deletions: RecordingDeletion[];
    }>();
    expect(deletions).toMatchObject([
      { recordingId: id, reason: "asked", byName: "Administrator" },
    ]);
    expect(deletions[0]!.removedAt).not.toBeNull();
    expect(deletions[0]!.files).toHaveLength(5);
    expect(deletions[0]!.files).toContainEqual({
      file,
      ...sumOf(silentTrack(beganAtMs + 1_000, 2_000)),
    });
    expect(await facts()).toEqual(
      expect.arrayContaining([
        ...["recording.held", "recording.released", "recording.deleted"],
      ]),
    );
  });

  it("deletes by itself what is older than the rule, and not what is held", async () => {
    const [old, held] = [await recorded(), await recorded()];
    await library.quiet();
    await ask("PUT", `/${held}/hold`, { payload: { reason: "Case 17" } });
    expect((await ask("GET", "?held=only")).json()).toMatchObject({
      recordings: [{ id: held, isHeld: true, keptUntil: null }],
    });
    await ask("PUT", "/keeping", { payload: { keptDays: 30 } });
    await library.quiet();
    expect((await opened(old)).recording.keptUntil).toBe(
      "2026-06-03T10:00:03.000Z",
    );
    clock.advance(31 * 24 * 3_600_000);
    await library.quiet();
    expect(await codeOf(ask("GET", `/${old}`))).toBe("recording.not_found");
    expect((await opened(held)).recording.isHeld).toBe(true);
  });

  it("of a person who leaves the company keeps neither face nor voice", async () => {
    const id = await recorded();
    await library.quiet();
    await test.database
      .narrow<RecordingsTables>()
      .transact(serverActor, (unit) =>
        library.leavePersonOut(unit, { userId: anna.id, name: "Former" }),
      );
    await library.quiet();
    const { reels } = await opened(id);
    expect(reels.map(({ name }) => name)).toEqual(["Boris"]);
  });
});

describe("without ffmpeg", () => {
  it("films can't be made, in so many words", async () => {
    const id = await recordedSound();
    await library[Symbol.asyncDispose]();
    library = open("none");
    await library.quiet();
    expect((await opened(id)).recording.state).toBe("playable");
    const payload = { layout: "grid", format: "mp4", language: "en" };
    expect(await codeOf(ask("POST", `/${id}/compositions`, { payload }))).toBe(
      "composing.impossible",
    );
  });
});

async function bytesOf(id: RecordingId, { id: film }: Composition) {
  const { rawPayload } = await ask("GET", `/${id}/films/${film}`);
  const path = join(dataDir, "film");
  await writeFile(path, rawPayload);
  return path;
}

const codecsOf = (path: string): readonly string[] =>
  execFileSync("ffprobe", [
    ...["-v", "error", "-show_entries", "stream=codec_name"],
    ...["-of", "csv=p=0", path],
  ])
    .toString()
    .trim()
    .split("\n");

const sumOf = (bytes: Buffer) => ({
  sizeBytes: bytes.length,
  sha256: createHash("sha256").update(bytes).digest("hex"),
});
