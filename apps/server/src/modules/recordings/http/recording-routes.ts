import { recordingEndpoints as endpoints } from "@veche/contracts";
import { route, type Route } from "../../../platform/http/route.ts";
import { mayRecord } from "../domain/may-record.ts";
import type { RecordingPowers } from "../recording-powers.ts";
import { readPolicy, writePolicy } from "../store/policy.ts";

export const recordingRoutes = ({
  database,
  media,
}: Pick<RecordingPowers, "database" | "media">): readonly Route[] => [
  route(endpoints.getRecordingRight, async ({ principal }) => ({
    mayRecord: mayRecord(principal.roles, await readPolicy(database.db)),
    isPossible: media.serverStatus() !== "off",
  })),
  route(endpoints.getRecordingPolicy, () => readPolicy(database.db)),
  route(endpoints.updateRecordingPolicy, async ({ actor, body }) => {
    await database.transact(actor, async ({ tx, happened }) => {
      await writePolicy(tx, body);
      happened({
        type: "recording_policy.changed",
        roles: body.roles.join(","),
      });
    });
    return body;
  }),
];
