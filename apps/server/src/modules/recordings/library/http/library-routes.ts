import {
  libraryEndpoints as endpoints,
  type CompositionId,
  type OpenedRecording,
  type RecordingId,
} from "@veche/contracts";
import { AppError } from "../../../../platform/app-error.ts";
import { route, type Route } from "../../../../platform/http/route.ts";
import type { UserPrincipal } from "../../../../platform/principal.ts";
import { libraryRights } from "../domain/rights.ts";
import type { LibraryPowers } from "../library-powers.ts";
import {
  compositionsOf,
  presentComposition,
  wishComposition,
} from "../store/compositions.ts";
import { findHold, findRecordings } from "../store/recordings.ts";
import { reelsOf } from "../store/stock.ts";
import { requireRecording, viewerOf } from "../use-cases/require-recording.ts";

export type LibraryRouteDeps = Pick<
  LibraryPowers,
  "database" | "clock" | "ids" | "writeGate" | "filmMaker"
> & { readonly onChange: () => void };

const pageSize = 50;

/** What is watched, and the films that are made. */
export const libraryRoutes = (deps: LibraryRouteDeps): readonly Route[] => [
  route(endpoints.listRecordings, async ({ principal, query }) => {
    const found = await findRecordings(deps.database.db, viewerOf(principal), {
      ...query,
      limit: pageSize + 1,
    });
    return {
      recordings: found.slice(0, pageSize),
      hasMore: found.length > pageSize,
    };
  }),
  route(endpoints.openRecording, ({ principal, params }) =>
    open(deps, principal, params.recordingId),
  ),
  route(endpoints.requestComposition, async (context) => {
    const { principal, params, actor, body } = context;
    const { recordingId } = params;
    const { state } = await requireRecording(deps, principal, recordingId);
    if (!libraryRights(principal.roles).download)
      throw new AppError("auth.forbidden");
    if (deps.filmMaker === undefined)
      throw new AppError("composing.impossible");
    if (state !== "playable") throw new AppError("recording.not_playable");
    deps.writeGate.assertOpen();
    const wished = await deps.database.transact(actor, async (unit) => {
      const composition = await wishComposition(unit, {
        ...{ ...body, recordingId, by: principal, at: deps.clock.now() },
        id: deps.ids.next<CompositionId>(),
      });
      const { id: compositionId, layout, format } = composition;
      unit.happened({
        ...{ type: "composition.requested", recordingId, compositionId },
        ...{ layout, format },
      });
      return composition;
    });
    deps.onChange();
    return presentComposition(wished);
  }),
];

async function open(
  deps: LibraryRouteDeps,
  principal: UserPrincipal,
  id: RecordingId,
): Promise<OpenedRecording> {
  const { database, filmMaker } = deps;
  const recording = await requireRecording(deps, principal, id);
  const reels = await reelsOf(database.db, id);
  const compositions = await compositionsOf(database.db, id);
  return {
    recording,
    reels: reels.map((reel) => ({
      ...reel,
      seen: [...reel.seen],
      present: [...reel.present],
    })),
    compositions: compositions.map(presentComposition),
    hold: await findHold(database.db, id),
    may: libraryRights(principal.roles),
    isComposingPossible: filmMaker !== undefined,
  };
}
