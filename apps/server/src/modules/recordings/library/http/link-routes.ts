import {
  recordingLinkEndpoints as endpoints,
  type LibraryRecording,
  type RecordingLink,
  type RecordingLinkId,
  type RecordingLinkWish,
} from "@veche/contracts";
import { AppError } from "../../../../platform/app-error.ts";
import { route, type Route } from "../../../../platform/http/route.ts";
import type { LibraryPowers } from "../library-powers.ts";
import { compositionsOf } from "../store/compositions.ts";
import { insertLink, linksOf, removeLink } from "../store/links.ts";
import { requireRecording } from "../use-cases/require-recording.ts";

export type LinkRouteDeps = Pick<
  LibraryPowers,
  "database" | "clock" | "ids" | "publicUrl"
>;

const hourMs = 3_600_000;

/** Links that whoever may download makes for people without an account, lists and revokes. */
export const linkRoutes = (deps: LinkRouteDeps): readonly Route[] => [
  route(endpoints.listRecordingLinks, async ({ principal, params }) => {
    const { recordingId } = params;
    await requireRecording(deps, principal, recordingId);
    const { database, clock } = deps;
    return { links: await linksOf(database.db, recordingId, clock.now()) };
  }),
  route(endpoints.makeRecordingLink, async (context) => {
    const { principal, params, actor, body } = context;
    const recording = await requireRecording(
      deps,
      principal,
      params.recordingId,
    );
    await refuseUnwatchable(deps, recording, body);
    const at = deps.clock.now();
    const token = deps.ids.secret();
    const link = {
      ...{ id: deps.ids.next<RecordingLinkId>(), token, at, by: principal },
      ...{ recordingId: recording.id, compositionId: body.compositionId },
      expiresAt: new Date(at.getTime() + body.hours * hourMs),
    };
    const made = await deps.database.transact(
      actor,
      async (unit): Promise<RecordingLink> => {
        const inserted = await insertLink(unit, link);
        if (inserted === undefined) throw new AppError("recording.not_found");
        const { id: linkId, compositionId, expiresAt } = inserted;
        unit.happened({
          ...{ type: "recording_link.made", recordingId: recording.id },
          ...{ linkId, compositionId, expiresAt },
        });
        return inserted;
      },
    );
    return { link: made, url: `${deps.publicUrl}/shared/${token}` };
  }),
  route(endpoints.revokeRecordingLink, async ({ principal, actor, params }) => {
    const { recordingId, linkId } = params;
    await requireRecording(deps, principal, recordingId);
    await deps.database.transact(actor, async (unit) => {
      if (await removeLink(unit, recordingId, linkId))
        unit.happened({ type: "recording_link.revoked", recordingId, linkId });
    });
    return null;
  }),
];

/** A link leads to what can be watched when it is made. */
async function refuseUnwatchable(
  { database }: LinkRouteDeps,
  { id, state }: LibraryRecording,
  { compositionId }: RecordingLinkWish,
): Promise<void> {
  if (state !== "playable") throw new AppError("recording.not_playable");
  if (compositionId === null) return;
  const films = await compositionsOf(database.db, id);
  const film = films.find((one) => one.id === compositionId);
  if (film === undefined) throw new AppError("recording.not_found");
  if (film.state !== "ready") throw new AppError("recording.not_playable");
}
