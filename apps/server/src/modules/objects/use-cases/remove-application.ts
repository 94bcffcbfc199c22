import type { Actor, ApplicationId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { ObjectsDeps } from "../objects-deps.ts";
import { lockApplication, removeRowsOf } from "../store/applications.ts";

/**
 * Removes an application for good: its cards, kinds, events and secrets. What was said about its objects stays with
 * those who said it. Refuses `request.not_found`.
 */
export function removeApplication(
  {
    database,
    clock,
    secrets,
  }: Pick<ObjectsDeps, "database" | "clock" | "secrets">,
  actor: Actor,
  applicationId: ApplicationId,
): Promise<void> {
  return database.transact(actor, async ({ tx, happened }) => {
    const application = await lockApplication(tx, applicationId);
    if (application === undefined) throw new AppError("request.not_found");
    await removeRowsOf(tx, applicationId, {
      at: clock.now(),
      noSecret: secrets.seal(""),
    });
    happened({ type: "application.removed", applicationId });
  });
}
