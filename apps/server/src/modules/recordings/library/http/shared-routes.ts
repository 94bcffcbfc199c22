import {
  recordingLinkEndpoints as endpoints,
  sharedFilmPath,
  sharedReelPath,
  type CompositionId,
  type ReelId,
  type SharedRecording,
} from "@veche/contracts";
import { AppError } from "../../../../platform/app-error.ts";
import type {
  OpenByteContext,
  OpenByteRoute,
} from "../../../../platform/http/byte-route.ts";
import { route, type Route } from "../../../../platform/http/route.ts";
import {
  createRateLimiter,
  type RateLimiter,
} from "../../../../platform/rate-limiter.ts";
import type { LibraryFolder } from "../library-folder.ts";
import type { LibraryPowers } from "../library-powers.ts";
import { countView, followLink, type FollowedLink } from "../store/links.ts";
import { reelsOf, type StoredReel } from "../store/stock.ts";
import { sendFilm, type Sending } from "./send-film.ts";

export type SharedRouteDeps = Pick<LibraryPowers, "database" | "clock"> & {
  readonly folder: LibraryFolder;
};

/** Of one address: enough for several people who seek to and fro, hopeless for whoever guesses. */
const openRate = { burst: 300, perSecond: 10 };

/** What people with a link may have: this one film, or the reels, and nothing else. */
export function sharedRoutes(deps: SharedRouteDeps): {
  readonly routes: readonly Route[];
  readonly byteRoutes: readonly OpenByteRoute[];
} {
  const opens = createRateLimiter({ clock: deps.clock, rate: openRate });
  const bytes = (
    [
      [sharedFilmPath(":token"), findFilm],
      [sharedReelPath(":token", ":reelId"), findReel],
    ] as const
  ).flatMap(([path, find]) =>
    (["GET", "HEAD"] as const).map((method): OpenByteRoute => ({
      ...{ method, path, access: { kind: "public" } },
      handle: async (context) => {
        const link = await follow(deps, opens, {
          token: context.params["token"] ?? "",
          address: context.actor.address,
        });
        const found = await find(deps, link, context.params);
        return give(deps, { link, found, context, method });
      },
    })),
  );
  return {
    byteRoutes: bytes,
    routes: [
      route(
        endpoints.openSharedRecording,
        async ({ params: { token }, actor: { address } }) =>
          look(deps, await follow(deps, opens, { token, address })),
      ),
    ],
  };
}

/** Refuses `recording.link_ended` in the same words for whatever the reason is. */
async function follow(
  { database, clock }: SharedRouteDeps,
  opens: RateLimiter,
  {
    token,
    address,
  }: { readonly token: string; readonly address: string | null },
): Promise<FollowedLink> {
  const retryAfterMs = opens.take(address ?? "");
  if (retryAfterMs > 0)
    throw new AppError("request.rate_limited", { retryAfterMs });
  const link = await followLink(database.db, token, clock.now());
  const isGone =
    link === undefined ||
    link.state === "empty" ||
    link.state === "failed" ||
    link.film?.state === "failed";
  if (isGone) throw new AppError("recording.link_ended");
  return link;
}

const isReady = ({ state, film }: FollowedLink): boolean =>
  state === "playable" && (film === null || film.state === "ready");

async function look(
  { database }: SharedRouteDeps,
  link: FollowedLink,
): Promise<SharedRecording> {
  const { recordingId, film } = link;
  const reels = film === null ? await reelsOf(database.db, recordingId) : [];
  return {
    startedAt: link.startedAt.toISOString(),
    expiresAt: link.expiresAt.toISOString(),
    isReady: isReady(link),
    film: film && { format: film.format },
    reels: reels.map(presentReel),
  };
}

const presentReel = (reel: StoredReel): SharedRecording["reels"][number] => ({
  ...{ id: reel.id, name: reel.name, kind: reel.kind },
  ...{ seen: [...reel.seen], present: [...reel.present] },
  durationMs: reel.durationMs,
});

/** One file that a link opens. */
interface Found extends Pick<Sending, "path" | "mediaType"> {
  readonly itemId: CompositionId | ReelId;
  /** Reels are watched together: one of them stands for the view of all. */
  readonly counts: boolean;
}

type Find = (
  deps: SharedRouteDeps,
  link: FollowedLink,
  params: Readonly<Record<string, string>>,
) => Promise<Found | undefined>;

const findFilm: Find = ({ folder }, { recordingId, film }) =>
  Promise.resolve(
    film?.state === "ready"
      ? {
          path: folder.path(recordingId, { kind: "film", ...film }),
          mediaType: film.format === "mp4" ? "video/mp4" : "video/webm",
          ...{ itemId: film.id, counts: true },
        }
      : undefined,
  );

const findReel: Find = async (
  { database, folder },
  { recordingId, film },
  { reelId },
) => {
  if (film !== null) return undefined;
  const reels = await reelsOf(database.db, recordingId);
  const reel = reels.find(({ id }) => id === reelId);
  return (
    reel && {
      path: folder.path(recordingId, { kind: "reel", id: reel.id }),
      mediaType: "video/webm",
      ...{ itemId: reel.id, counts: reel === reels[0] },
    }
  );
};

interface Giving {
  readonly link: FollowedLink;
  readonly found: Found | undefined;
  readonly context: OpenByteContext;
  readonly method: "GET" | "HEAD";
}

async function give(
  deps: SharedRouteDeps,
  { link, found, context, method }: Giving,
) {
  const answer =
    found &&
    (await sendFilm(deps.folder, {
      ...{ method, path: found.path, mediaType: found.mediaType },
      range: context.headers.range,
      headers: { "referrer-policy": "no-referrer" },
      onFirstByte: () => tellView(deps, context, { link, found }),
    }));
  if (answer === undefined) throw new AppError("recording.link_ended");
  return answer;
}

const tellView = (
  { database, clock }: SharedRouteDeps,
  { actor: { address } }: OpenByteContext,
  { link, found }: { readonly link: FollowedLink; readonly found: Found },
): Promise<void> =>
  // Whoever is signed in here watches as anybody with the link does.
  database.transact({ id: null, name: null, address }, async (unit) => {
    const { recordingId, id: linkId } = link;
    const { itemId, counts } = found;
    if (counts) await countView(unit, linkId, clock.now());
    unit.happened({
      ...{ type: "recording_link.viewed", recordingId, linkId, itemId },
    });
  });
