import type { Actor, Application } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { oneLine } from "../../../platform/one-line.ts";
import type { ObjectsDeps } from "../objects-deps.ts";
import { insertApplication } from "../store/applications.ts";

export type ApplicationToRegister = Pick<
  Application,
  "key" | "name" | "origins" | "matchUsersBy" | "webhookUrl"
>;

export interface RegisteredApplication {
  readonly application: Application;
  /** Told this once. */
  readonly secret: string;
}

/** Adds a business system. Refuses `application.key_taken`, `request.invalid` (blank name). */
export async function registerApplication(
  {
    database,
    ids,
    clock,
    secrets,
    outside,
  }: Pick<ObjectsDeps, "database" | "ids" | "clock" | "secrets" | "outside">,
  actor: Actor,
  wanted: ApplicationToRegister,
): Promise<RegisteredApplication> {
  const secret = ids.secret();
  const application: Application = {
    ...wanted,
    id: ids.next(),
    name: tidyName(wanted.name),
    webhookUrl: reachable(outside, wanted.webhookUrl),
    disabledAt: null,
  };
  await database.transact(actor, async ({ tx, happened }) => {
    const isNew = await insertApplication(tx, {
      ...application,
      disabledAt: null,
      secret: secrets.seal(secret),
      createdAt: clock.now(),
    });
    if (!isNew) throw new AppError("application.key_taken");
    happened({ type: "application.created", applicationId: application.id });
  });
  return { application, secret };
}

/** An address that may be asked: a machine of the company's own network only where it was named. */
export function reachable(
  { isAllowed }: ObjectsDeps["outside"],
  webhookUrl: string | null,
): string | null {
  if (webhookUrl === null || isAllowed(webhookUrl)) return webhookUrl;
  throw new AppError("request.invalid", {
    issues: [
      {
        path: "/webhookUrl",
        message:
          "must be https on the open internet, or a host named in WEBHOOK_INNER_HOSTS",
      },
    ],
  });
}

/** What people read; not blank. */
export function tidyName(typed: string): string {
  const name = oneLine(typed);
  if (name !== "") return name;
  throw new AppError("request.invalid", {
    issues: [{ path: "/name", message: "must not be blank" }],
  });
}
