import type { Actor } from "@veche/contracts";
import type { ObjectsDeps } from "../objects-deps.ts";
import { applicationByKey } from "../store/applications.ts";
import { updateApplication } from "./update-application.ts";

/** Lets an application's pages stand under further addresses; those it has already change nothing, nor does an unknown key. */
export async function admitOrigins(
  deps: ObjectsDeps,
  actor: Actor,
  admission: { applicationKey: string; origins: readonly string[] },
): Promise<void> {
  const found = await applicationByKey(
    deps.database.db,
    admission.applicationKey,
  );
  if (found === undefined) return;
  await updateApplication(deps, actor, {
    applicationId: found.id,
    name: found.name,
    origins: [...new Set([...found.origins, ...admission.origins])],
    matchUsersBy: found.matchUsersBy,
    webhookUrl: found.webhookUrl,
    isDisabled: found.disabledAt !== null,
  });
}
