import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type {
  OpenedRecording,
  RecordingId,
  RecordingLink,
  Role,
  SharedRecording,
  UserId,
} from "@veche/contracts";
import { createTestClock, type TestClock } from "../../../../tests/clock.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../../tests/database.ts";
import { createTestHttp, ownPage, publicUrl } from "../../../../tests/http.ts";
import { recordedCall } from "../../../../tests/recorded-call.ts";
import { openWriteGate } from "../../../platform/db/write-gate.ts";
import type { Http } from "../../../platform/http/create-http.ts";
import { systemIds } from "../../../platform/ids.ts";
import type { UserPrincipal } from "../../../platform/principal.ts";
import type { FilmMaker } from "../compose/film/film-maker.ts";
import type { RecordingsTables } from "../store/tables.ts";
import { createLibrary, type Library } from "./create-library.ts";

const person = (name: string, roles: readonly Role[]): UserPrincipal => ({
  ...{ kind: "user", id: systemIds.next<UserId>(), name, roles },
  sessionId: systemIds.next(),
  ...{ language: "en", device: "desktop_browser" },
});
const anna = person("Anna", ["employee"]);
const boris = person("Boris", ["employee"]);
const vera = person("Vera", ["supervisor"]);
/** Films are of no matter here, only where they lead. */
const filmMaker: FilmMaker = {
  make: ({ output }) => writeFile(output, "a film as good as any"),
};

let test: TestDatabase<RecordingsTables>;
let dataDir: string;
let clock: TestClock;
let library: Library;
let http: Http;
let me: UserPrincipal;
let id: RecordingId;

beforeEach(async () => {
  test = await createTestDatabase<RecordingsTables>();
  dataDir = await mkdtemp(join(tmpdir(), "veche-links-"));
  clock = createTestClock("2026-05-04T10:00:20.000Z");
  library = createLibrary({
    ...{ database: test.database.narrow(), bus: test.bus, log: test.log },
    ...{ clock, timers: clock, ids: systemIds, writeGate: openWriteGate },
    ...{ dataDir, publicUrl, filmMaker },
  });
  http = await createTestHttp({
    ...{ clock, routes: library.routes, byteRoutes: library.byteRoutes },
    authenticate: { session: async () => me, bearer: async () => undefined },
  });
  me = vera;
  id = await recordedCall(
    { database: test.database, dataDir },
    { people: [anna, boris], hasPicture: false },
  );
  await library.quiet();
});
afterEach(async () => {
  await http[Symbol.asyncDispose]();
  await library[Symbol.asyncDispose]();
  await test[Symbol.asyncDispose]();
  await rm(dataDir, { recursive: true });
});

const asStaff = (
  method: "GET" | "POST" | "DELETE",
  path: string,
  payload?: object,
) =>
  http.inject({
    ...{ method, url: `/api/v1/recordings/${id}${path}`, headers: ownPage },
    ...(payload !== undefined && { payload }),
  });

/** Nobody in particular: no cookie, no token. */
const asStranger = (path: string, range?: string) =>
  http.inject({
    ...{ method: "GET", url: `/api/v1/shared-recordings/${path}` },
    headers: range === undefined ? {} : { range },
  });

/** The secret of a new link. */
async function share(
  compositionId: string | null = null,
  hours = 24,
): Promise<string> {
  const answer = await asStaff("POST", "/links", { compositionId, hours });
  const { url } = answer.json<{ url: string }>();
  expect(url).toMatch(/^http:\/\/veche\.test\/shared\/[\w-]{43}$/);
  return url.slice(url.lastIndexOf("/") + 1);
}

const links = async () =>
  (await asStaff("GET", "/links")).json<{ links: RecordingLink[] }>().links;
const codeOf = async (asked: ReturnType<typeof asStaff>) =>
  (await asked).json<{ code: string }>().code;
const facts = async (type: string) =>
  (await test.outboxEvents()).filter((event) => event.type === type);

async function madeFilm(): Promise<string> {
  await asStaff("POST", "/compositions", {
    ...{ layout: "grid", format: "mp4", language: "en" },
  });
  await library.quiet();
  const opened = (await asStaff("GET", "")).json<OpenedRecording>();
  return opened.compositions[0]!.id;
}

it("a link shows what was recorded to whoever has it, with seeking, and nothing else", async () => {
  const token = await share();
  const shown = (await asStranger(token)).json<SharedRecording>();
  expect(shown).toMatchObject({
    startedAt: "2026-05-04T10:00:00.000Z",
    expiresAt: "2026-05-05T10:00:20.000Z",
    ...{ isReady: true, film: null },
    reels: [{ name: "Anna" }, { name: "Boris" }],
  });
  expect(JSON.stringify(shown)).not.toContain(anna.id);
  const path = `${token}/reels/${shown.reels[0]!.id}`;
  const whole = await asStranger(path);
  const part = await asStranger(path, "bytes=4-19");
  expect(part.statusCode).toBe(206);
  expect(part.rawPayload).toEqual(whole.rawPayload.subarray(4, 20));
  expect(whole.headers["content-disposition"]).toBeUndefined();
  expect(await codeOf(asStranger(`${token}/film`))).toBe(
    "recording.link_ended",
  );
});

it("a link to a film shows that film alone", async () => {
  const token = await share(await madeFilm());
  expect((await asStranger(token)).json()).toMatchObject({
    ...{ isReady: true, film: { format: "mp4" }, reels: [] },
  });
  const film = await asStranger(`${token}/film`);
  expect(film.headers["content-type"]).toBe("video/mp4");
  expect(film.body).toBe("a film as good as any");
  const [reel] = (await asStaff("GET", "")).json<OpenedRecording>().reels;
  expect(await codeOf(asStranger(`${token}/reels/${reel!.id}`))).toBe(
    "recording.link_ended",
  );
});

it("links are listed with how often they were watched, and each viewing is in the trail", async () => {
  const token = await share();
  const { reels } = (await asStranger(token)).json<SharedRecording>();
  for (const reel of reels) await asStranger(`${token}/reels/${reel.id}`);
  await asStranger(`${token}/reels/${reels[0]!.id}`, "bytes=4-");
  const [link] = await links();
  expect(link).toMatchObject({
    ...{ compositionId: null, madeByName: "Vera", viewCount: 1 },
    lastViewedAt: "2026-05-04T10:00:20.000Z",
  });
  expect(await facts("recording_link.made")).toMatchObject([
    { recordingId: id, linkId: link!.id, compositionId: null },
  ]);
  expect(await facts("recording_link.viewed")).toHaveLength(2);
});

it("a link that is unknown, revoked, too old, or of a deleted recording is answered in the same words", async () => {
  const [revoked, old, kept] = [
    await share(),
    await share(null, 1),
    await share(null, 720),
  ];
  await asStaff("DELETE", `/links/${(await links()).at(-1)!.id}`);
  clock.advance(3_600_000);
  for (const token of ["nothing", "x".repeat(43), revoked, old])
    expect(await codeOf(asStranger(token))).toBe("recording.link_ended");
  expect(await links()).toHaveLength(1);
  expect((await asStranger(kept)).statusCode).toBe(200);
  me = person("Administrator", ["admin"]);
  await asStaff("DELETE", "");
  expect(await codeOf(asStranger(kept))).toBe("recording.link_ended");
  expect(await facts("recording_link.revoked")).toHaveLength(1);
});

it("only who may download makes, lists and revokes links, for 30 days at most", async () => {
  expect(
    await codeOf(
      asStaff("POST", "/links", { compositionId: null, hours: 721 }),
    ),
  ).toBe("request.invalid");
  await share();
  const [link] = await links();
  me = anna;
  for (const refused of [
    asStaff("GET", "/links"),
    asStaff("POST", "/links", { compositionId: null, hours: 1 }),
    asStaff("DELETE", `/links/${link!.id}`),
  ])
    expect(await codeOf(refused)).toBe("auth.forbidden");
  me = vera;
  expect(await links()).toHaveLength(1);
  const film = await madeFilm();
  expect(
    await codeOf(
      asStaff("POST", "/links", { compositionId: link!.id, hours: 1 }),
    ),
  ).toBe("recording.not_found");
  expect(await share(film)).toBeDefined();
});

it("whoever asks too often waits", async () => {
  const answers = await Promise.all(
    Array.from({ length: 301 }, () => codeOf(asStranger("guessed"))),
  );
  expect(
    answers.filter((code) => code === "recording.link_ended"),
  ).toHaveLength(300);
  expect(answers).toContain("request.rate_limited");
});
