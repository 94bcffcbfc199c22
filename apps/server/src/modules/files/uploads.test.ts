import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { request } from "node:http";
import { Upload } from "tus-js-client";
import { afterAll, describe, expect, it, vi } from "vitest";
import type { FileId } from "@veche/contracts";
import { createTestClock } from "../../../tests/clock.ts";
import {
  asAnna,
  asBoris,
  asCarl,
  createTestFiles,
  openFiles,
  tusBody,
  tusHeaders,
  tusMetadata,
  type FilesWorld,
} from "../../../tests/files.ts";
import { anna, carl } from "../../../tests/http.ts";
import { AppError } from "../../platform/app-error.ts";
import { createLog } from "../../platform/log.ts";
import { systemTimers } from "../../platform/timers.ts";
import {
  createExaminer,
  ExaminerStoppedError,
} from "./examination/examiner.ts";

/** As long as a crowded machine needs. */
const patience = { timeout: 120_000 };

/** One process looks at the files of all these tests. */
const examiner = createExaminer({
  timers: systemTimers,
  log: createLog({ level: "silent", isPretty: false }),
});
afterAll(() => examiner[Symbol.asyncDispose]());
const shared = {
  examine: (task: Parameters<typeof examiner.examine>[0]) =>
    examiner.examine(task),
  [Symbol.asyncDispose]: async () => undefined,
};
const open = (options: Parameters<typeof openFiles>[0] = {}) =>
  openFiles({ examiner: shared, ...options });

const uploads = "/api/v1/uploads";

async function begin(
  { http }: FilesWorld,
  length: number | string,
  {
    told = {},
    as = asAnna,
  }: { told?: Record<string, string>; as?: Record<string, string> } = {},
) {
  return http.inject({
    method: "POST",
    url: uploads,
    headers: {
      ...as,
      ...tusHeaders,
      "upload-length": String(length),
      "upload-metadata": tusMetadata(told),
    },
  });
}

const part = (
  { http }: FilesWorld,
  url: string,
  { at, bytes, as = asAnna }: { at: number; bytes: Buffer; as?: object },
) =>
  http.inject({
    method: "PATCH",
    url,
    headers: {
      ...as,
      ...tusHeaders,
      "content-type": tusBody,
      "upload-offset": String(at),
    },
    payload: bytes,
  });

const head = ({ http }: FilesWorld, url: string, as: object = asAnna) =>
  http.inject({ method: "HEAD", url, headers: { ...as, ...tusHeaders } });

const codeOf = (answer: { json: () => { code: string } }) => answer.json().code;

describe("an upload", () => {
  it("comes whole through the protocol's own client, part by part", async () => {
    await using world = await open();
    const port = await world.http.listen({ host: "127.0.0.1", port: 0 });
    const bytes = randomBytes(300_000);
    const done = Promise.withResolvers<string>();
    const upload = new Upload(bytes, {
      endpoint: `http://127.0.0.1:${port}${uploads}`,
      headers: asAnna,
      chunkSize: 100_000,
      retryDelays: null,
      metadata: { filename: "план.bin", filetype: "application/octet-stream" },
      onError: done.reject,
      onSuccess: () => done.resolve(upload.url ?? ""),
    });
    upload.start();
    const fileId = (await done.promise).split("/").at(-1) ?? "";
    await world.files.quiet();
    const card = await world.get(`/api/v1/files/${fileId}`);
    expect(card.json()).toEqual({
      fileId,
      kind: "document",
      name: "план.bin",
      mediaType: "application/octet-stream",
      sizeBytes: 300_000,
      width: null,
      height: null,
      durationMs: null,
      waveform: null,
      hasPreview: false,
      isVoice: false,
    });
    expect((await world.get(`/files/${fileId}`)).rawPayload).toEqual(bytes);
  });

  it("goes on from where its line was cut", async () => {
    await using world = await open();
    const port = await world.http.listen({ host: "127.0.0.1", port: 0 });
    const bytes = randomBytes(200_000);
    const url = String((await begin(world, bytes.length)).headers["location"]);
    const line = request({
      host: "127.0.0.1",
      port,
      path: url,
      method: "PATCH",
      headers: {
        ...asAnna,
        ...tusHeaders,
        "content-type": tusBody,
        "upload-offset": "0",
        "content-length": bytes.length,
      },
    });
    line.on("error", () => undefined);
    line.write(bytes.subarray(0, 150_000));
    await once(line, "drain");
    line.destroy();
    let offset = 0;
    // What came before the cut counts as soon as the server has noticed it.
    while (offset === 0)
      offset = Number((await head(world, url)).headers["upload-offset"]);
    const early = await part(world, url, { at: 0, bytes });
    expect(codeOf(early)).toBe("file.offset_conflict");
    const last = await part(world, url, {
      at: offset,
      bytes: bytes.subarray(offset),
    });
    expect(last.headers["upload-offset"]).toBe("200000");
    await world.files.quiet();
    const fileId = url.split("/").at(-1) ?? "";
    expect((await world.get(`/files/${fileId}`)).rawPayload).toEqual(bytes);
  });

  it("goes on after the server died, from the last part that was acknowledged", async () => {
    await using first = await open();
    const bytes = randomBytes(1_000);
    const url = String((await begin(first, bytes.length)).headers["location"]);
    await part(first, url, { at: 0, bytes: bytes.subarray(0, 600) });
    const second = await first.restart();
    expect((await head(second, url)).headers["upload-offset"]).toBe("600");
    await part(second, url, { at: 600, bytes: bytes.subarray(600) });
    await second.files.quiet();
    const read = await second.get(`/files/${url.split("/").at(-1) ?? ""}`);
    expect(read.rawPayload).toEqual(bytes);
    await second.files[Symbol.asyncDispose]();
    await second.http[Symbol.asyncDispose]();
  });

  it("whose acknowledgement was lost takes no byte twice", async () => {
    await using world = await open();
    const bytes = randomBytes(100);
    const url = String((await begin(world, 100)).headers["location"]);
    await part(world, url, { at: 0, bytes: bytes.subarray(0, 60) });
    const again = await part(world, url, {
      at: 0,
      bytes: bytes.subarray(0, 60),
    });
    expect(codeOf(again)).toBe("file.offset_conflict");
    expect((await head(world, url)).headers["upload-offset"]).toBe("60");
  });

  it("of nothing is a file too", async () => {
    await using world = await open();
    const url = String((await begin(world, 0)).headers["location"]);
    await world.files.quiet();
    const fileId = url.split("/").at(-1) ?? "";
    expect((await world.get(`/files/${fileId}`)).rawPayload).toHaveLength(0);
  });

  it("is given up, and the room comes back", async () => {
    await using world = await open();
    const fileId = await world.upload(randomBytes(5_000));
    const room = async () =>
      (await world.get("/api/v1/file-limits")).json<{ usedBytes: number }>()
        .usedBytes;
    expect(await room()).toBeGreaterThan(5_000);
    const gone = await world.http.inject({
      method: "DELETE",
      url: `${uploads}/${fileId}`,
      headers: { ...asAnna, ...tusHeaders },
    });
    expect(gone.statusCode).toBe(204);
    await world.files.quiet();
    expect(await room()).toBe(0);
    expect(world.hasBytes(fileId)).toBe(false);
    expect((await world.get(`/files/${fileId}`)).statusCode).toBe(404);
  });
});

describe("an upload is refused", () => {
  it("when the file is larger than the staff, or customers, may send", async () => {
    await using world = await open();
    expect(codeOf(await begin(world, 200_000_001))).toBe("file.too_large");
    const customers = await begin(world, 60_000_000, { as: asCarl });
    expect(codeOf(customers)).toBe("file.too_large");
  });

  it("when the owner's room is used up, also by uploads begun at the same moment", async () => {
    await using world = await open({
      limits: { maxFileBytes: 100_000, quotaBytes: 250_000 },
    });
    const begun = await Promise.all(
      Array.from({ length: 6 }, () => begin(world, 100_000)),
    );
    expect(begun.filter((one) => one.statusCode === 201)).toHaveLength(2);
    expect(begun.filter((one) => one.statusCode !== 201).map(codeOf)).toEqual(
      Array(4).fill("file.quota_exceeded"),
    );
    expect((await begin(world, 1_000, { as: asBoris })).statusCode).toBe(201);
  });

  it("when more comes than was announced, and nothing of it counts", async () => {
    await using world = await open();
    const url = String((await begin(world, 10)).headers["location"]);
    const tooMuch = await part(world, url, { at: 0, bytes: randomBytes(11) });
    expect(codeOf(tooMuch)).toBe("file.too_large");
    expect((await head(world, url)).headers["upload-offset"]).toBe("0");
  });

  it("to everybody but its owner, as if it were not there", async () => {
    await using world = await open();
    const url = String((await begin(world, 10)).headers["location"]);
    expect((await head(world, url, asBoris)).statusCode).toBe(404);
    const foreign = await part(world, url, {
      at: 0,
      bytes: randomBytes(10),
      as: asBoris,
    });
    expect(codeOf(foreign)).toBe("file.not_found");
    expect((await head(world, url)).headers["upload-offset"]).toBe("0");
  });

  it("to nobody in particular, and to a foreign page with the cookie", async () => {
    await using world = await open();
    expect((await begin(world, 10, { as: {} })).statusCode).toBe(401);
    const forged = await begin(world, 10, {
      as: { ...asAnna, origin: "https://evil.test" },
    });
    expect(codeOf(forged)).toBe("auth.origin_refused");
  });

  it.each([
    ["another version of the protocol", { "tus-resumable": "0.2.2" }, 412],
    ["no length", { "upload-length": "many" }, 400],
    ["unreadable metadata", { "upload-metadata": "filename ***" }, 400],
    [
      "a name told twice",
      { "upload-metadata": "filename YQ==,filename Yg==" },
      400,
    ],
    [
      "a waveform that is none",
      { "upload-metadata": tusMetadata({ waveform: "AAAA" }) },
      400,
    ],
    [
      "a duration of a week",
      { "upload-metadata": tusMetadata({ durationMs: "604800000" }) },
      400,
    ],
  ])("with %s", async (_what, headers, status) => {
    await using world = await open();
    const answer = await world.http.inject({
      method: "POST",
      url: uploads,
      headers: { ...asAnna, ...tusHeaders, "upload-length": "5", ...headers },
    });
    expect(answer.statusCode).toBe(status);
    const { rows } = await countFiles(world);
    expect(rows).toBe(0);
  });

  it("while the disk is full, and leaves nothing behind (F7)", async () => {
    let isFull = false;
    await using world = await open({
      writeGate: {
        assertOpen() {
          if (isFull) throw new AppError("server.read_only");
        },
        reportDiskFull: () => undefined,
      },
    });
    const url = String((await begin(world, 10)).headers["location"]);
    isFull = true;
    const refused = await part(world, url, { at: 0, bytes: randomBytes(10) });
    expect(codeOf(refused)).toBe("server.read_only");
    expect(world.hasBytes(url.split("/").at(-1) as FileId)).toBe(false);
  });
});

describe("what nobody goes on with", () => {
  it("is removed: an unfinished upload after a day, an unused file after a week", async () => {
    await using world = await open();
    const url = String((await begin(world, 10)).headers["location"]);
    await part(world, url, { at: 0, bytes: randomBytes(5) });
    const unused = await world.upload(randomBytes(10));
    const sent = await world.upload(randomBytes(10));
    await world.attach(anna, [{ fileId: sent }]);
    const hour = 3_600_000;
    world.clock.advance(25 * hour);
    await world.files.quiet();
    expect((await head(world, url)).statusCode).toBe(404);
    expect(world.hasBytes(unused)).toBe(true);
    world.clock.advance(7 * 24 * hour);
    await world.files.quiet();
    expect(world.hasBytes(unused)).toBe(false);
    expect(world.hasBytes(sent)).toBe(true);
  });

  it("costs its owner no room any more, customers included", async () => {
    await using world = await open();
    await begin(world, 1_000, { as: asCarl });
    world.clock.advance(25 * 3_600_000);
    await world.files.quiet();
    const { usedBytes } = await world.test.database.db
      .selectFrom("fileOwners")
      .select("usedBytes")
      .where("ownerId", "=", carl.id)
      .executeTakeFirstOrThrow();
    expect(usedBytes).toBe(0);
  });
});

async function countFiles({ test }: FilesWorld) {
  const found = await test.database.db
    .selectFrom("files")
    .select("id")
    .execute();
  return { rows: found.length };
}

describe("a file that is being looked at", () => {
  /** The server that looks, which never ends, and the one that comes after it; each has its own time. */
  async function openTwo() {
    const looking = Promise.withResolvers<undefined>();
    const end = Promise.withResolvers<never>();
    end.promise.catch(() => undefined);
    const world = await openFiles({
      examiner: {
        examine: () => {
          looking.resolve(undefined);
          return end.promise;
        },
        [Symbol.asyncDispose]: async () =>
          end.reject(new ExaminerStoppedError()),
      },
    });
    const clock = createTestClock();
    const { files: next } = createTestFiles(
      { test: world.test, clock, folder: world.folder, examiner: shared },
      async () => "nothing",
    );
    const url = String((await begin(world, 10)).headers["location"]);
    await part(world, url, { at: 0, bytes: randomBytes(10) });
    await looking.promise;
    const row = () =>
      world.test.database.db
        .selectFrom("files")
        .select(["state", "dueAt"])
        .where("id", "=", url.split("/").at(-1) as FileId)
        .executeTakeFirstOrThrow();
    return {
      world,
      row,
      /** What the next one finds after so much time. */
      foundAfter: async (passedMs: number) => {
        clock.advance(passedMs);
        await next.quiet();
        return (await row()).state;
      },
      [Symbol.asyncDispose]: async () => {
        await next[Symbol.asyncDispose]();
        await world[Symbol.asyncDispose]();
      },
    };
  }

  it("when the server dies is looked at by the next one within 15 s", async () => {
    await using scene = await openTwo();
    expect(await scene.foundAfter(14_000)).toBe("received");
    expect(await scene.foundAfter(1_000)).toBe("ready");
  });

  it("for longer than that is left alone by others", async () => {
    await using scene = await openTwo();
    const { dueAt: before } = await scene.row();
    scene.world.clock.advance(5_000);
    await vi.waitFor(
      async () => expect((await scene.row()).dueAt).not.toEqual(before),
      patience,
    );
    expect(await scene.foundAfter(16_000)).toBe("received");
  });
});
