import type { LibraryRecording, RecordingId } from "@veche/contracts";
import { AppError } from "../../../../platform/app-error.ts";
import type { UserPrincipal } from "../../../../platform/principal.ts";
import { seesAll } from "../domain/rights.ts";
import type { LibraryPowers } from "../library-powers.ts";
import { findRecordings, type Viewer } from "../store/recordings.ts";

export const viewerOf = ({ id, roles }: UserPrincipal): Viewer =>
  seesAll(roles) ? { kind: "all" } : { kind: "own", userId: id };

/** A recording this person may watch. Refuses `recording.not_found`, whether it exists or not. */
export async function requireRecording(
  { database }: Pick<LibraryPowers, "database">,
  principal: UserPrincipal,
  id: RecordingId,
): Promise<LibraryRecording> {
  const [recording] = await findRecordings(database.db, viewerOf(principal), {
    id,
    limit: 1,
  });
  if (recording === undefined) throw new AppError("recording.not_found");
  return recording;
}
