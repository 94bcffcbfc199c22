import { create as contentDisposition } from "content-disposition";
import {
  filmPath,
  ID_PATTERN,
  originalPath,
  reelPath,
  type LibraryRecording,
  type RecordingId,
} from "@veche/contracts";
import { AppError } from "../../../../platform/app-error.ts";
import type {
  ByteAnswer,
  ByteContext,
  ByteRoute,
} from "../../../../platform/http/byte-route.ts";
import type { UserPrincipal } from "../../../../platform/principal.ts";
import { libraryRights } from "../domain/rights.ts";
import type { LibraryFolder } from "../library-folder.ts";
import type { LibraryPowers } from "../library-powers.ts";
import { compositionsOf } from "../store/compositions.ts";
import { reelsOf } from "../store/stock.ts";
import { requireRecording } from "../use-cases/require-recording.ts";
import { sendFilm } from "./send-film.ts";

export type FilmRouteDeps = Pick<LibraryPowers, "database"> & {
  readonly folder: LibraryFolder;
};

interface Wanted {
  readonly principal: UserPrincipal;
  readonly recording: LibraryRecording;
  readonly itemId: string;
}

/** What is served, and what the trail is told when its first byte is asked for. */
interface Served {
  readonly path: string;
  readonly mediaType: "video/webm" | "video/mp4";
  readonly told:
    | { readonly type: "recording.viewed" }
    | { readonly type: "recording.taken"; readonly what: "film" | "original" };
}

type Find = (deps: FilmRouteDeps, wanted: Wanted) => Promise<Served>;

const idPattern = new RegExp(ID_PATTERN);

/** The bytes of reels and films, for whoever may have them now. */
export const filmRoutes = (deps: FilmRouteDeps): readonly ByteRoute[] =>
  (
    [
      [reelPath, findReel],
      [originalPath, findOriginal],
      [filmPath, findFilm],
    ] as const
  ).flatMap(([pathOf, find]) =>
    (["GET", "HEAD"] as const).map((method): ByteRoute => ({
      method,
      path: pathOf(":recordingId", ":itemId"),
      access: { kind: "user" },
      handle: (context) => serve(deps, find, { method, context }),
    })),
  );

const findReel: Find = async ({ database, folder }, { recording, itemId }) => {
  const reels = await reelsOf(database.db, recording.id);
  const reel = reels.find(({ id }) => id === itemId);
  if (reel === undefined) throw new AppError("recording.not_found");
  return {
    path: folder.path(recording.id, { kind: "reel", id: reel.id }),
    mediaType: "video/webm",
    told: { type: "recording.viewed" },
  };
};

const findOriginal: Find = async (deps, wanted) => {
  if (!libraryRights(wanted.principal.roles).takeOriginals)
    throw new AppError("auth.forbidden");
  const told = { type: "recording.taken", what: "original" } as const;
  return { ...(await findReel(deps, wanted)), told };
};

const findFilm: Find = async (
  { database, folder },
  { recording, itemId, principal },
) => {
  if (!libraryRights(principal.roles).download)
    throw new AppError("auth.forbidden");
  const films = await compositionsOf(database.db, recording.id);
  const film = films.find(({ id }) => id === itemId);
  if (film?.state !== "ready") throw new AppError("recording.not_found");
  return {
    path: folder.path(recording.id, { kind: "film", ...film }),
    mediaType: film.format === "mp4" ? "video/mp4" : "video/webm",
    told: { type: "recording.taken", what: "film" },
  };
};

async function serve(
  deps: FilmRouteDeps,
  find: Find,
  { method, context }: { method: "GET" | "HEAD"; context: ByteContext },
): Promise<ByteAnswer> {
  const wanted = await wantedBy(deps, context);
  const served = await find(deps, wanted);
  const answer = await sendFilm(deps.folder, {
    ...{ method, path: served.path, mediaType: served.mediaType },
    range: context.headers.range,
    headers: nameOf(served, wanted),
    onFirstByte: () => tell(deps, context, { served, wanted }),
  });
  if (answer === undefined) throw new AppError("recording.not_found");
  return answer;
}

async function wantedBy(
  deps: FilmRouteDeps,
  { principal, params }: ByteContext,
): Promise<Wanted> {
  const { recordingId = "", itemId = "" } = params;
  if (principal.kind !== "user" || !idPattern.test(recordingId))
    throw new AppError("recording.not_found");
  const recording = await requireRecording(
    deps,
    principal,
    // Held against the pattern of ids just now.
    recordingId as RecordingId,
  );
  return { principal, recording, itemId };
}

/** What is taken along has a name. */
const nameOf = (
  { mediaType, told }: Served,
  { recording }: Wanted,
): Readonly<Record<string, string>> =>
  told.type === "recording.taken"
    ? {
        "content-disposition": contentDisposition(
          `${recording.startedAt.slice(0, 16).replaceAll(/[T:]/g, "-")}.${mediaType.slice(6)}`,
        ),
      }
    : {};

const tell = (
  { database }: FilmRouteDeps,
  { actor }: ByteContext,
  { served, wanted }: { readonly served: Served; readonly wanted: Wanted },
): Promise<void> =>
  database.transact(actor, async ({ happened }) => {
    const recordingId = wanted.recording.id;
    const { told } = served;
    happened(
      told.type === "recording.viewed"
        ? { ...told, recordingId }
        : { ...told, recordingId, itemId: wanted.itemId },
    );
  });
