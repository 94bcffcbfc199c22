import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import type {
  AttachedFile,
  ConversationId,
  FileId,
  MessageId,
  SessionId,
  UserId,
} from "@veche/contracts";
import {
  createFiles,
  type Files,
  type FilesDeps,
  type FilesTables,
} from "../src/modules/files/index.ts";
import { AppError } from "../src/platform/app-error.ts";
import { serverActor } from "../src/platform/db/database.ts";
import { openWriteGate } from "../src/platform/db/write-gate.ts";
import type { Http } from "../src/platform/http/create-http.ts";
import { systemIds } from "../src/platform/ids.ts";
import type { Principal, UserPrincipal } from "../src/platform/principal.ts";
import { createTestClock, type TestClock } from "./clock.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import { anna, carl, createTestHttp, ownPage } from "./http.ts";

export const boris: UserPrincipal = {
  ...anna,
  id: "0190a000-0000-7000-8000-00000000000b" as UserId,
  name: "Boris",
  sessionId: "0190a000-0000-7000-8000-0000000000b5" as SessionId,
  device: "desktop_browser",
};

const staff = { anna, boris };

/** What tells the server who asks. */
export const asAnna = ownPage;
export const asBoris = { ...ownPage, cookie: "veche_session=boris" };
export const asCarl = { authorization: "Bearer carl" };

export const tusHeaders = { "tus-resumable": "1.0.0" };
export const tusBody = "application/offset+octet-stream";

/** Files behind the real edge, on a real database and a real folder; who may see what is the test's word. */
export interface FilesWorld extends AsyncDisposable {
  readonly test: TestDatabase<FilesTables>;
  readonly clock: TestClock;
  readonly http: Http;
  readonly files: Files;
  readonly folder: string;
  /** Names of conversations and those who may read them: `${principalId}/${conversationId}`. */
  readonly seats: Set<string>;
  /** Conversations that nothing is taken out of. */
  readonly confidential: Set<ConversationId>;
  upload(
    bytes: Buffer,
    told?: Readonly<Record<string, string>>,
    as?: Readonly<Record<string, string>>,
  ): Promise<FileId>;
  /** The bytes of a file, or a variant of it. */
  get(path: string, as?: Readonly<Record<string, string>>): Promise<Response>;
  /** Sends a file of this owner into a conversation. */
  attach(
    owner: { readonly id: UserPrincipal["id"] },
    files: readonly AttachedFile[],
    place?: Partial<Placed>,
  ): Promise<Placed & { readonly outcome: unknown }>;
  hasBytes(fileId: FileId): boolean;
  /** The same database and folder after the process died. */
  restart(): Promise<FilesWorld>;
}

interface Placed {
  readonly messageId: MessageId;
  readonly conversationId: ConversationId;
  readonly seq: number;
}

export const tusMetadata = (told: Readonly<Record<string, string>>): string =>
  Object.entries(told)
    .map(([name, value]) => `${name} ${Buffer.from(value).toString("base64")}`)
    .join(",");

type Response = Awaited<ReturnType<Http["inject"]>>;
type Options = Partial<
  Pick<FilesDeps, "limits" | "scanner" | "writeGate" | "examiner">
>;

export async function openFiles(options: Options = {}): Promise<FilesWorld> {
  const test = await createTestDatabase<FilesTables>();
  const folder = await mkdtemp(join(tmpdir(), "veche-files-"));
  const seats = new Set<string>();
  const confidential = new Set<ConversationId>();
  return build(options, { test, folder, seats, confidential });
}

/** Files as the server has them, on a folder of their own where none is named. */
export function createTestFiles(
  {
    test,
    folder = join(tmpdir(), `veche-files-${randomUUID()}`),
    ...rest
  }: Options & {
    readonly test: Pick<TestDatabase<never>, "log"> & {
      readonly database: unknown;
    };
    readonly clock: TestClock;
    readonly folder?: string;
  },
  sightOf: FilesDeps["readers"]["sightOf"],
): { readonly files: Files; readonly emptyFolder: () => Promise<void> } {
  const files = createFiles({
    // Every test database has all tables, whichever its type names.
    database: test.database as FilesDeps["database"],
    timers: rest.clock,
    ids: systemIds,
    log: test.log,
    writeGate: openWriteGate,
    folder,
    limits: { maxFileBytes: 200_000_000, quotaBytes: 400_000_000 },
    readers: {
      sightOf,
      isConfidential: async () => false,
    },
    ...rest,
  });
  return {
    files,
    emptyFolder: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Uploads at the edge's back door, as this principal. */
export async function uploadAs(
  { files }: { readonly files: Files },
  principal: Principal,
  { bytes, ...told }: { readonly bytes: Buffer; readonly filename?: string },
): Promise<FileId> {
  const create = files.byteRoutes.find(({ method }) => method === "POST");
  if (create === undefined) throw new Error("files are uploaded by POST");
  const { headers } = await create.handle({
    principal,
    actor: { id: principal.id, name: principal.name, address: null },
    params: {},
    query: {},
    headers: {
      ...tusHeaders,
      "content-type": tusBody,
      "upload-length": String(bytes.length),
      "upload-metadata": tusMetadata(told),
    },
    body: Readable.from([bytes]),
  });
  await files.quiet();
  // The last part of the address is the id.
  return headers["location"]?.split("/").at(-1) as FileId;
}

/** Whether this reader may have the bytes now. */
export async function mayDownload(
  { files }: { readonly files: Files },
  principal: Principal,
  fileId: FileId,
): Promise<boolean> {
  const download = files.byteRoutes.find(
    ({ path, method }) => path === "/files/:fileId" && method === "HEAD",
  );
  if (download === undefined) throw new Error("files are downloaded");
  try {
    await download.handle({
      principal,
      actor: { id: principal.id, name: principal.name, address: null },
      query: {},
      params: { fileId },
      headers: {},
      body: Readable.from([]),
    });
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === "file.not_found")
      return false;
    throw error;
  }
}

async function build(
  options: Options,
  kept: Pick<FilesWorld, "test" | "folder" | "seats" | "confidential">,
): Promise<FilesWorld> {
  const { test, folder, seats, confidential } = kept;
  const clock = createTestClock();
  const { files } = createTestFiles(
    { test, clock, folder, ...options },
    async (principal, id) =>
      seats.has(`${principal.id}/${id}`)
        ? confidential.has(id)
          ? "words"
          : "everything"
        : "nothing",
  );
  const http = await createTestHttp({
    clock,
    routes: files.routes,
    byteRoutes: files.byteRoutes,
    authenticate: {
      session: async (token) => new Map(Object.entries(staff)).get(token),
      bearer: async (token) => (token === "carl" ? carl : undefined),
    },
  });
  const close = async () => {
    await files[Symbol.asyncDispose]();
    await http[Symbol.asyncDispose]();
  };
  return {
    ...kept,
    clock,
    http,
    files,
    ...doings({ files, http, test }),
    hasBytes: (fileId) =>
      existsSync(join(folder, fileId.slice(-2), fileId, "whole")),
    async restart() {
      await close();
      return build(options, kept);
    },
    async [Symbol.asyncDispose]() {
      await close();
      await rm(folder, { recursive: true });
      await test[Symbol.asyncDispose]();
    },
  };
}

function doings({
  files,
  http,
  test,
}: Pick<FilesWorld, "files" | "http" | "test">): Pick<
  FilesWorld,
  "upload" | "get" | "attach"
> {
  return {
    async upload(bytes, told = {}, as = asAnna) {
      const answer = await http.inject({
        method: "POST",
        url: "/api/v1/uploads",
        headers: {
          ...as,
          ...tusHeaders,
          "content-type": tusBody,
          "upload-length": String(bytes.length),
          "upload-metadata": tusMetadata(told),
        },
        payload: bytes,
      });
      if (answer.statusCode !== 201) throw new Error(answer.body);
      await files.quiet();
      return String(answer.headers["location"]).split("/").at(-1) as FileId;
    },
    get: async (path, as = asAnna) =>
      http.inject({ method: "GET", url: path, headers: as }),
    async attach(owner, wanted, place = {}) {
      const placed: Placed = {
        messageId: randomUUID() as MessageId,
        conversationId: randomUUID() as ConversationId,
        seq: 1,
        ...place,
      };
      const outcome = await test.database.transact(
        serverActor,
        async (unit) => {
          const [held] = await files.holdForMessages(unit, [
            { ownerId: owner.id, files: wanted, stickerId: null },
          ]);
          if (held?.ok === true)
            await files.place(
              unit,
              wanted.map(({ fileId }) => ({ ...placed, fileId })),
            );
          return held;
        },
      );
      return { ...placed, outcome };
    },
  };
}
