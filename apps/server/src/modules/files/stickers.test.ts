import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import type { FileId, StickerSet } from "@veche/contracts";
import {
  asAnna,
  asBoris,
  openFiles,
  type FilesWorld,
} from "../../../tests/files.ts";
import { createLog } from "../../platform/log.ts";
import { systemTimers } from "../../platform/timers.ts";
import { createExaminer } from "./examination/examiner.ts";

/** One process looks at the files of all these tests. */
const examiner = createExaminer({
  timers: systemTimers,
  log: createLog({ level: "silent", isPretty: false }),
});
afterAll(() => examiner[Symbol.asyncDispose]());
const open = () =>
  openFiles({
    examiner: {
      examine: (task) => examiner.examine(task),
      [Symbol.asyncDispose]: async () => undefined,
    },
  });

const picture = (width = 64, height = 64) =>
  sharp({ create: { width, height, channels: 4, background: "#f80" } })
    .webp()
    .toBuffer();

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

async function ask<Body>(
  { http }: FilesWorld,
  asked: `${Method} ${string}`,
  { body, as = asAnna }: { body?: object; as?: Record<string, string> } = {},
): Promise<{ readonly status: number; readonly body: Body }> {
  const [method, path = ""] = asked.split(" ");
  const answer = await http.inject({
    // The pattern of the parameter says so.
    method: method as Method,
    url: `/api/v1${path}`,
    headers: as,
    ...(body === undefined ? {} : { payload: body }),
  });
  const text = answer.body === "" ? "null" : answer.body;
  return { status: answer.statusCode, body: JSON.parse(text) as Body };
}

const makeSet = async (
  world: FilesWorld,
  { title, emoji }: { title: string; emoji: readonly string[] },
): Promise<StickerSet> => {
  const made = await ask<StickerSet>(world, "POST /sticker-sets", {
    body: { title },
  });
  let set = made.body;
  for (const one of emoji) {
    const fileId = await world.upload(await picture());
    const path = `POST /sticker-sets/${set.id}/stickers` as const;
    const added = await ask<StickerSet>(world, path, {
      body: { fileId, emoji: one },
    });
    set = added.body;
  }
  return set;
};

const emojiOf = ({ stickers }: StickerSet) =>
  stickers.map(({ emoji }) => emoji);
const listOf = async (world: FilesWorld, as: Record<string, string> = asAnna) =>
  (await ask<{ items: StickerSet[] }>(world, "GET /sticker-sets", { as })).body
    .items;

describe("a set of stickers (C7)", () => {
  it("is made, filled and put in order by its owner", async () => {
    await using world = await open();
    const set = await makeSet(world, { title: "Cats", emoji: ["🐱", "😀"] });
    expect(emojiOf(set)).toEqual(["🐱", "😀"]);
    const ids = set.stickers.map(({ stickerId }) => stickerId).toReversed();
    const ordered = await ask<StickerSet>(
      world,
      `PATCH /sticker-sets/${set.id}`,
      { body: { stickerIds: ids, title: "Коты" } },
    );
    expect(ordered.body).toMatchObject({ title: "Коты", isMine: true });
    expect(emojiOf(ordered.body)).toEqual(["😀", "🐱"]);
    const stale = await ask(world, `PATCH /sticker-sets/${set.id}`, {
      body: { stickerIds: ids.slice(1) },
    });
    expect(stale.status).toBe(409);
  });

  it("is its owner's alone until it is shared; then others take it into their list", async () => {
    await using world = await open();
    const set = await makeSet(world, { title: "Cats", emoji: ["🐱"] });
    const take = () =>
      ask(world, "PUT /sticker-sets", {
        body: { setIds: [set.id] },
        as: asBoris,
      });
    expect((await take()).status).toBe(404);
    await ask(world, `PATCH /sticker-sets/${set.id}`, {
      body: { isShared: true },
    });
    const found = await ask<{ items: StickerSet[] }>(
      world,
      "GET /sticker-sets/shared?text=cat",
      { as: asBoris },
    );
    expect(found.body.items).toMatchObject([{ id: set.id, isMine: false }]);
    expect((await take()).status).toBe(200);
    expect(await listOf(world, asBoris)).toMatchObject([
      { id: set.id, isMine: false, isUsed: true },
    ]);
    const foreign = await ask(world, `DELETE /sticker-sets/${set.id}`, {
      as: asBoris,
    });
    expect(foreign.status).toBe(404);
    await ask(world, `PATCH /sticker-sets/${set.id}`, {
      body: { isShared: false },
    });
    expect(await listOf(world, asBoris)).toEqual([]);
  });

  it("stands in the order its user gives", async () => {
    await using world = await open();
    const cats = await makeSet(world, { title: "Cats", emoji: [] });
    const dogs = await makeSet(world, { title: "Dogs", emoji: [] });
    const titles = async () => (await listOf(world)).map(({ title }) => title);
    expect(await titles()).toEqual(["Dogs", "Cats"]);
    await ask(world, "PUT /sticker-sets", {
      body: { setIds: [cats.id, dogs.id] },
    });
    expect(await titles()).toEqual(["Cats", "Dogs"]);
  });

  it("takes one's own unused pictures only, each under one emoji", async () => {
    await using world = await open();
    const set = await makeSet(world, { title: "Cats", emoji: [] });
    const add = async (fileId: FileId, emoji = "🐱") =>
      ask<{ code: string }>(world, `POST /sticker-sets/${set.id}/stickers`, {
        body: { fileId, emoji },
      });
    const foreign = await world.upload(await picture(), {}, asBoris);
    expect((await add(foreign)).body.code).toBe("file.not_found");
    const words = await world.upload(Buffer.from("words"));
    expect((await add(words)).body.code).toBe("file.not_a_picture");
    const own = await world.upload(await picture());
    expect((await add(own, "cat")).body.code).toBe("request.invalid");
    expect((await add(own)).status).toBe(201);
    expect((await add(own)).body.code).toBe("file.not_found");
  });

  it("deleted takes its pictures along; those of the staff saw them before", async () => {
    await using world = await open();
    const set = await makeSet(world, { title: "Cats", emoji: ["🐱", "😀"] });
    const [first, second] = set.stickers;
    if (!first || !second) throw new Error("two stickers");
    const seen = async ({ fileId }: { fileId: FileId }) =>
      (await world.get(`/files/${fileId}`, asBoris)).statusCode;
    expect(await seen(first)).toBe(200);
    const path = `/sticker-sets/${set.id}` as const;
    const less = await ask<StickerSet>(
      world,
      `DELETE ${path}/stickers/${first.stickerId}`,
    );
    expect(emojiOf(less.body)).toEqual(["😀"]);
    expect(await seen(first)).toBe(404);
    expect((await ask(world, `DELETE ${path}`)).status).toBe(204);
    await world.files.quiet();
    expect([first, second].map(({ fileId }) => world.hasBytes(fileId))).toEqual(
      [false, false],
    );
  });
});

describe("a square", () => {
  it("is cut out of one's own picture, which is small and square from then on", async () => {
    await using world = await open();
    const fileId = await world.upload(await picture(3000, 2000));
    const cropping = ask(world, `POST /files/${fileId}/crop`, {
      body: { left: 500, top: 0, side: 2000 },
    });
    const { status, body } = await cropping;
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { fileId, width: 1024, height: 1024, kind: "picture" },
    });
    const whole = await world.get(`/files/${fileId}`);
    expect(await sharp(whole.rawPayload).metadata()).toMatchObject({
      width: 1024,
      height: 1024,
    });
  });

  it("over the edge, or out of another's picture, is refused", async () => {
    await using world = await open();
    const fileId = await world.upload(await picture());
    const cut = (side: number, as: Record<string, string> = asAnna) =>
      ask<{ code: string }>(world, `POST /files/${fileId}/crop`, {
        body: { left: 10, top: 10, side },
        as,
      });
    expect((await cut(60)).body.code).toBe("request.invalid");
    expect((await cut(20, asBoris)).body.code).toBe("file.not_found");
  });
});
