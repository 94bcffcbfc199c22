import type { Actor, Application, ApplicationId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { ObjectsDeps } from "../objects-deps.ts";
import {
  changeApplication,
  lockApplication,
  toApplication,
  type ApplicationRow,
} from "../store/applications.ts";
import { reachable, tidyName } from "./register-application.ts";

export interface ApplicationUpdate extends Pick<
  Application,
  "name" | "origins" | "matchUsersBy" | "webhookUrl"
> {
  readonly isDisabled: boolean;
}

type Powers = Pick<
  ObjectsDeps,
  "database" | "clock" | "ids" | "secrets" | "outside"
>;

/** Says an application anew; what is the same already changes nothing. Refuses `request.not_found`. */
export function updateApplication(
  { database, clock, outside }: Powers,
  actor: Actor,
  {
    applicationId,
    isDisabled,
    ...wanted
  }: ApplicationUpdate & { readonly applicationId: ApplicationId },
): Promise<Application> {
  return database.transact(actor, async ({ tx, happened }) => {
    const before = await lockApplication(tx, applicationId);
    if (before === undefined) throw new AppError("request.not_found");
    const disabledAt = isDisabled ? (before.disabledAt ?? clock.now()) : null;
    const after = {
      ...wanted,
      name: tidyName(wanted.name),
      webhookUrl: reachable(outside, wanted.webhookUrl),
      disabledAt,
    };
    const fields = namesOfChanged(before, after);
    if (fields === "") return toApplication(before);
    const changed = await changeApplication(tx, applicationId, {
      ...after,
      // What could not be delivered there may arrive at the new place at once.
      ...(fields.includes("webhookUrl")
        ? { deliveryFailures: 0, nextDeliveryAt: null }
        : {}),
    });
    happened({ type: "application.changed", applicationId, fields });
    return toApplication(changed);
  });
}

function namesOfChanged(
  before: ApplicationRow,
  after: Pick<
    ApplicationRow,
    "name" | "origins" | "matchUsersBy" | "webhookUrl" | "disabledAt"
  >,
): string {
  // The keys of the object the parameter's type names.
  const names = Object.keys(after) as (keyof typeof after)[];
  return names
    .filter(
      (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
    )
    .sort()
    .join(",");
}

/** A new secret; the old one goes on as long as asked. Refuses `request.not_found`. */
export function rotateSecret(
  { database, clock, ids, secrets }: Powers,
  actor: Actor,
  {
    applicationId,
    keepOldForMs,
  }: {
    readonly applicationId: ApplicationId;
    readonly keepOldForMs: number;
  },
): Promise<{ readonly secret: string }> {
  return database.transact(actor, async ({ tx, happened }) => {
    const before = await lockApplication(tx, applicationId);
    if (before === undefined) throw new AppError("request.not_found");
    const secret = ids.secret();
    const isKept = keepOldForMs > 0;
    await changeApplication(tx, applicationId, {
      secret: secrets.seal(secret),
      oldSecret: isKept ? before.secret : null,
      oldSecretUntil: isKept
        ? new Date(clock.now().getTime() + keepOldForMs)
        : null,
    });
    happened({ type: "application.secret_rotated", applicationId });
    return { secret };
  });
}
