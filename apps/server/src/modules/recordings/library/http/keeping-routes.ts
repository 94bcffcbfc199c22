import { libraryEndpoints as endpoints } from "@veche/contracts";
import { route, type Route } from "../../../../platform/http/route.ts";
import type { LibraryPowers } from "../library-powers.ts";
import { listDeletions } from "../store/deletions.ts";
import {
  readKeeping,
  removeHold,
  writeHold,
  writeKeeping,
} from "../store/recordings.ts";
import {
  deleteRecording,
  type DeleteDeps,
} from "../use-cases/delete-recording.ts";
import { requireRecording } from "../use-cases/require-recording.ts";

export type KeepingRouteDeps = Pick<LibraryPowers, "database" | "clock"> &
  DeleteDeps & { readonly onChange: () => void };

/** How long recordings are kept, what is held, and what is deleted. */
export const keepingRoutes = (deps: KeepingRouteDeps): readonly Route[] => [
  route(endpoints.holdRecording, async ({ principal, actor, params, body }) => {
    const { recordingId } = params;
    await requireRecording(deps, principal, recordingId);
    const at = deps.clock.now();
    await deps.database.transact(actor, async (unit) => {
      const hold = { ...body, recordingId, by: principal, at };
      if (await writeHold(unit, hold))
        unit.happened({ type: "recording.held", recordingId });
    });
    return null;
  }),
  route(endpoints.releaseRecording, async ({ principal, actor, params }) => {
    const { recordingId } = params;
    await requireRecording(deps, principal, recordingId);
    await deps.database.transact(actor, async (unit) => {
      if (await removeHold(unit, recordingId))
        unit.happened({ type: "recording.released", recordingId });
    });
    return null;
  }),
  route(endpoints.deleteRecording, async ({ principal, actor, params }) => {
    const { recordingId } = params;
    await requireRecording(deps, principal, recordingId);
    await deleteRecording(deps, recordingId, {
      ...{ reason: "asked", actor, by: principal },
    });
    return null;
  }),
  route(endpoints.listDeletions, async () => ({
    deletions: await listDeletions(deps.database.db),
  })),
  route(endpoints.getLibraryPolicy, async () => ({
    keptDays: await readKeeping(deps.database.db),
  })),
  route(endpoints.updateLibraryPolicy, async ({ actor, body }) => {
    await deps.database.transact(actor, async (unit) => {
      await writeKeeping(unit, body.keptDays);
      unit.happened({ type: "recording_keeping.changed", days: body.keptDays });
    });
    deps.onChange();
    return body;
  }),
];
