import { randomBytes } from "node:crypto";
import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import type { ConversationId, FileId } from "@veche/contracts";
import {
  asAnna,
  asBoris,
  asCarl,
  boris,
  openFiles,
  type FilesWorld,
} from "../../../tests/files.ts";
import { anna, carl } from "../../../tests/http.ts";
import { serverActor } from "../../platform/db/database.ts";
import { systemIds } from "../../platform/ids.ts";
import type { ScanVerdict } from "./scanner.port.ts";
import { createLog } from "../../platform/log.ts";
import { systemTimers } from "../../platform/timers.ts";
import { createExaminer } from "./examination/examiner.ts";

/** One process looks at the files of all these tests. */
const examiner = createExaminer({
  timers: systemTimers,
  log: createLog({ level: "silent", isPretty: false }),
});
afterAll(() => examiner[Symbol.asyncDispose]());
const open = (options: Parameters<typeof openFiles>[0] = {}) =>
  openFiles({
    examiner: {
      examine: (task) => examiner.examine(task),
      [Symbol.asyncDispose]: async () => undefined,
    },
    ...options,
  });

/** A photo as a telephone makes it: lying on its side, and telling where it was taken. */
const photo = () =>
  sharp({
    create: { width: 640, height: 480, channels: 3, background: "#0b6e99" },
  })
    .withExif({ IFD0: { Copyright: "secret" }, IFD3: { GPSLatitude: "1/1" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

const pdf = Buffer.from(`%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<<>>>> endobj
4 0 obj <</Length 28>> stream
1 0 0 rg 0 0 150 100 re f
endstream endobj
trailer <</Root 1 0 R>>
`);

const card = async (world: FilesWorld, fileId: FileId) =>
  (await world.get(`/api/v1/files/${fileId}`)).json<Record<string, unknown>>();

describe("a picture", () => {
  it("is written anew, upright and without what was hidden in it", async () => {
    await using world = await open();
    const fileId = await world.upload(await photo(), { filename: "a.jpg" });
    expect(await card(world, fileId)).toMatchObject({
      kind: "picture",
      mediaType: "image/jpeg",
      width: 480,
      height: 640,
      hasPreview: true,
    });
    const { rawPayload } = await world.get(`/files/${fileId}`);
    const { exif, orientation } = await sharp(rawPayload).metadata();
    expect({ exif, orientation }).toEqual({});
    expect(rawPayload.includes("secret")).toBe(false);
  });

  it("has a small one for lists and one to look at", async () => {
    await using world = await open();
    const large = await sharp({
      create: { width: 3000, height: 1500, channels: 3, background: "#fff" },
    })
      .png()
      .toBuffer();
    const fileId = await world.upload(large, { filename: "a.png" });
    const sizeOf = async (variant: string) => {
      const answer = await world.get(`/files/${fileId}/${variant}`);
      const { format, width, height } = await sharp(
        answer.rawPayload,
      ).metadata();
      return { format, width, height };
    };
    expect(await sizeOf("preview")).toEqual({
      format: "webp",
      width: 1280,
      height: 640,
    });
    expect(await sizeOf("thumbnail")).toEqual({
      format: "webp",
      width: 320,
      height: 160,
    });
  });

  it("that moves goes on moving", async () => {
    await using world = await open();
    const frames = Buffer.concat([
      Buffer.alloc(20 * 10 * 3, 0),
      Buffer.alloc(20 * 10 * 3, 255),
    ]);
    const gif = await sharp(frames, {
      raw: { width: 20, height: 20, channels: 3, pageHeight: 10 },
    })
      .gif({ delay: [100, 100] })
      .toBuffer();
    const fileId = await world.upload(gif, { filename: "a.gif" });
    expect(await card(world, fileId)).toMatchObject({ width: 20, height: 10 });
    for (const path of [`/files/${fileId}`, `/files/${fileId}/preview`]) {
      const { rawPayload } = await world.get(path);
      expect((await sharp(rawPayload).metadata()).pages).toBe(2);
    }
  });

  it("of too many pixels is passed on as a document that nobody opens", async () => {
    await using world = await open();
    const bomb = await sharp({
      create: { width: 9000, height: 9000, channels: 3, background: "#000" },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 9 })
      .toBuffer();
    const fileId = await world.upload(bomb, { filename: "bomb.png" });
    expect(await card(world, fileId)).toMatchObject({
      kind: "document",
      hasPreview: false,
      width: null,
    });
    const next = await world.upload(await photo(), { filename: "a.jpg" });
    expect(await card(world, next)).toMatchObject({ kind: "picture" });
  });

  it("that is broken is a document too", async () => {
    await using world = await open();
    const half = (await photo()).subarray(0, 600);
    const fileId = await world.upload(half, { filename: "a.jpg" });
    expect(await card(world, fileId)).toMatchObject({ kind: "document" });
    expect((await world.get(`/files/${fileId}`)).rawPayload).toEqual(half);
  });
});

describe("a document", () => {
  it("in PDF shows its first page", async () => {
    await using world = await open();
    const fileId = await world.upload(pdf, { filename: "счёт.pdf" });
    expect(await card(world, fileId)).toMatchObject({
      kind: "document",
      mediaType: "application/pdf",
      hasPreview: true,
    });
    const { rawPayload } = await world.get(`/files/${fileId}/preview`);
    const { data, info } = await sharp(rawPayload)
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(info.width).toBe(1280);
    const lowerLeft = (info.height - 10) * info.width * info.channels;
    expect([...data.subarray(lowerLeft, lowerLeft + 3)]).toEqual([
      expect.toSatisfy((red: number) => red > 240),
      expect.toSatisfy((green: number) => green < 20),
      expect.toSatisfy((blue: number) => blue < 20),
    ]);
  });

  it("is told by its content, and a name that lies is put right", async () => {
    await using world = await open();
    const page = Buffer.from("<script>alert(1)</script>");
    const fileId = await world.upload(page, {
      filename: "../../photo.png",
      filetype: "image/png",
    });
    expect(await card(world, fileId)).toMatchObject({
      kind: "document",
      name: "photo.png.txt",
      mediaType: "text/plain",
    });
  });

  it("is only ever saved: no browser runs or shows it", async () => {
    await using world = await open();
    const fileId = await world.upload(Buffer.from("<svg onload='x()'/>"), {
      filename: "схема.svg",
    });
    const { headers } = await world.get(`/files/${fileId}`);
    expect(headers).toMatchObject({
      "content-type": "application/octet-stream",
      "content-disposition":
        "attachment; filename=\"?????.svg\"; filename*=UTF-8''%D1%81%D1%85%D0%B5%D0%BC%D0%B0.svg",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "private, max-age=300",
    });
  });

  it("is had in stretches, as players ask for it", async () => {
    await using world = await open();
    const bytes = randomBytes(1_000);
    const fileId = await world.upload(bytes);
    const stretch = await world.get(`/files/${fileId}`, {
      ...asAnna,
      range: "bytes=100-199",
    });
    expect(stretch.statusCode).toBe(206);
    expect(stretch.headers["content-range"]).toBe("bytes 100-199/1000");
    expect(stretch.rawPayload).toEqual(bytes.subarray(100, 200));
    const outside = await world.get(`/files/${fileId}`, {
      ...asAnna,
      range: "bytes=1000-",
    });
    expect(outside.statusCode).toBe(416);
    const { headers } = await world.get(`/files/${fileId}`);
    const known = await world.get(`/files/${fileId}`, {
      ...asAnna,
      "if-none-match": String(headers["etag"]),
    });
    expect(known.statusCode).toBe(304);
  });
});

describe("sound", () => {
  it("carries what its sender measured: duration and waveform", async () => {
    await using world = await open();
    // The head of a Matroska container, as a browser's recorder writes it.
    const webm = Buffer.concat([
      Buffer.from(
        "1a45dfa39f4286810142f7810142f2810442f381084282847765626d",
        "hex",
      ),
      randomBytes(200),
    ]);
    const waveform = Buffer.alloc(64, 31).toString("base64");
    const fileId = await world.upload(webm, {
      filename: "voice.webm",
      filetype: "audio/webm",
      durationMs: "4200",
      waveform,
    });
    expect(await card(world, fileId)).toMatchObject({
      kind: "audio",
      mediaType: "audio/webm",
      durationMs: 4200,
      waveform,
    });
  });
});

describe("who may have a file", () => {
  it("its owner alone, until it is sent", async () => {
    await using world = await open();
    const fileId = await world.upload(randomBytes(10));
    const statusFor = async (as: object) =>
      (await world.get(`/files/${fileId}`, { ...as })).statusCode;
    expect(await statusFor(asAnna)).toBe(200);
    expect(await statusFor(asBoris)).toBe(404);
    expect(await statusFor(asCarl)).toBe(404);
    expect(await statusFor({})).toBe(401);
  });

  it("from then on whoever may read the message, each time it is asked for", async () => {
    await using world = await open();
    const fileId = await world.upload(randomBytes(10));
    const { conversationId } = await world.attach(anna, [{ fileId }]);
    const seat = `${boris.id}/${conversationId}`;
    const statusFor = async (as: object) =>
      (await world.get(`/files/${fileId}`, { ...as })).statusCode;
    expect(await statusFor(asBoris)).toBe(404);
    world.seats.add(seat);
    expect(await statusFor(asBoris)).toBe(200);
    world.seats.delete(seat);
    expect(await statusFor(asBoris)).toBe(404);
    // Nor has its sender another way to it, once shown out.
    expect(await statusFor(asAnna)).toBe(404);
    world.seats.add(`${carl.id}/${conversationId}`);
    expect(await statusFor(asCarl)).toBe(200);
  });

  it("also the readers of another conversation it was sent on to", async () => {
    await using world = await open();
    const fileId = await world.upload(randomBytes(10));
    await world.attach(anna, [{ fileId }]);
    const there = systemIds.next<ConversationId>();
    world.seats.add(`${boris.id}/${there}`);
    await world.test.database.transact(serverActor, (unit) =>
      world.files.place(unit, [
        { messageId: systemIds.next(), conversationId: there, seq: 7, fileId },
      ]),
    );
    const answer = await world.get(`/files/${fileId}`, asBoris);
    expect(answer.statusCode).toBe(200);
  });
});

describe("a file of a confidential conversation (C9)", () => {
  it("is shown in its page and not taken along, whoever asks and however", async () => {
    await using world = await open();
    const fileId = await world.upload(await photo());
    const { conversationId } = await world.attach(anna, [{ fileId }]);
    world.seats.add(`${boris.id}/${conversationId}`);
    world.confidential.add(conversationId);
    const as = (wantedFor?: string) =>
      wantedFor === undefined
        ? asBoris
        : { ...asBoris, "sec-fetch-dest": wantedFor };
    for (const path of [`/files/${fileId}`, `/files/${fileId}/preview`]) {
      const shown = await world.get(path, as("image"));
      expect(shown.statusCode).toBe(200);
      expect(shown.headers["cache-control"]).toBe("private, no-store");
      for (const wantedFor of [undefined, "document", "empty", "iframe"]) {
        const taken = await world.get(path, as(wantedFor));
        expect([wantedFor, taken.statusCode]).toEqual([wantedFor, 403]);
        expect(taken.json<{ code: string }>().code).toBe(
          "conversation.confidential",
        );
      }
    }
  });

  it("a document is shown by its first page alone", async () => {
    await using world = await open();
    const fileId = await world.upload(pdf, { filename: "plan.pdf" });
    const { conversationId } = await world.attach(anna, [{ fileId }]);
    world.seats.add(`${boris.id}/${conversationId}`);
    world.confidential.add(conversationId);
    const as = { ...asBoris, "sec-fetch-dest": "image" };
    expect((await world.get(`/files/${fileId}`, as)).statusCode).toBe(403);
    expect((await world.get(`/files/${fileId}/preview`, as)).statusCode).toBe(
      200,
    );
  });
});

describe("a message", () => {
  it("carries files of its author that were not sent before, in order", async () => {
    await using world = await open();
    const first = await world.upload(Buffer.from("one"), { filename: "1.txt" });
    const second = await world.upload(Buffer.from("two"), {
      filename: "2.txt",
    });
    const { outcome } = await world.attach(anna, [
      { fileId: second },
      { fileId: first },
    ]);
    expect(outcome).toMatchObject({
      ok: true,
      carried: {
        attachments: [
          { fileId: second, name: "2.txt", isVoice: false },
          { fileId: first, name: "1.txt", isVoice: false },
        ],
        sticker: null,
      },
    });
    expect((await world.attach(anna, [{ fileId: first }])).outcome).toEqual({
      ok: false,
      code: "file.not_found",
    });
  });

  it("carries no file of somebody else, and none twice", async () => {
    await using world = await open();
    const fileId = await world.upload(randomBytes(10));
    const refused = { ok: false, code: "file.not_found" };
    const foreign = await world.attach(boris, [{ fileId }]);
    expect(foreign.outcome).toEqual(refused);
    const twice = await world.attach(anna, [{ fileId }, { fileId }]);
    expect(twice.outcome).toEqual(refused);
  });

  it("of two sent at the same moment with one file, only one gets it", async () => {
    await using world = await open();
    const fileId = await world.upload(randomBytes(10));
    const sent = await Promise.all(
      [1, 2, 3].map(() => world.attach(anna, [{ fileId }])),
    );
    const outcomes = sent.map(({ outcome }) => (outcome as { ok: boolean }).ok);
    expect(outcomes.filter(Boolean)).toHaveLength(1);
  });

  it("that is deleted takes its files along, unless another carries them", async () => {
    await using world = await open();
    const { files, test } = world;
    const kept = await world.upload(randomBytes(10));
    const lost = await world.upload(randomBytes(10));
    const { messageId, conversationId } = await world.attach(anna, [
      { fileId: kept },
      { fileId: lost },
    ]);
    world.seats.add(`${anna.id}/${conversationId}`);
    await test.database.transact(serverActor, async (unit) => {
      await files.place(unit, [
        { messageId: systemIds.next(), conversationId, seq: 2, fileId: kept },
      ]);
      await files.release(unit, [messageId]);
    });
    expect((await world.get(`/files/${lost}`)).statusCode).toBe(404);
    await files.quiet();
    expect([kept, lost].map(world.hasBytes)).toEqual([true, false]);
    expect((await world.get(`/files/${kept}`)).statusCode).toBe(200);
  });
});

describe("a scanner", () => {
  const openWith = (verdict: () => ScanVerdict) =>
    open({ scanner: { scan: async () => verdict() } });

  it("that finds something has the file refused, and its bytes are gone", async () => {
    await using world = await openWith(() => ({
      kind: "dangerous",
      name: "Eicar",
    }));
    const fileId = await world.upload(randomBytes(10));
    const answer = await world.get(`/api/v1/files/${fileId}`);
    expect(answer.json()).toMatchObject({ status: 422, code: "file.refused" });
    expect(world.hasBytes(fileId)).toBe(false);
    expect((await world.attach(anna, [{ fileId }])).outcome).toEqual({
      ok: false,
      code: "file.refused",
    });
  });

  it("that can't look keeps files waiting; none goes past it", async () => {
    let verdict: ScanVerdict = { kind: "unable", reason: "is down" };
    await using world = await openWith(() => verdict);
    const fileId = await world.upload(randomBytes(10));
    expect((await world.attach(anna, [{ fileId }])).outcome).toEqual({
      ok: false,
      code: "file.not_ready",
    });
    expect((await world.get(`/files/${fileId}`)).json()).toMatchObject({
      code: "file.not_ready",
    });
    verdict = { kind: "clean" };
    world.clock.advance(10_000);
    await world.files.quiet();
    expect((await world.get(`/files/${fileId}`)).statusCode).toBe(200);
  });
});
