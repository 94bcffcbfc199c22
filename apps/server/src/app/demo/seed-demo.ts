import type { Actor } from "@veche/contracts";
import { serverActor } from "../../platform/db/database.ts";
import type { Identity } from "../../modules/identity/index.ts";
import type { Objects } from "../../modules/objects/index.ts";
import type { Workspace } from "../../modules/workspace/index.ts";
import { DEMO_ORDERS_KEY } from "./order-cards.ts";
import { demoPeople } from "./people.ts";

/** Stands in the demo shop's snippet. */
const DEMO_SITE_NAME = "Demo shop";
export const DEMO_SITE_KEY = "demo-shop";

export interface DemoLogin {
  readonly login: string;
  readonly password: string;
  readonly name: string;
}

interface SeedDeps {
  readonly identity: Pick<Identity, "createUser" | "isEmpty">;
  readonly workspace: Pick<
    Workspace,
    "admitOrigins" | "createSite" | "siteByKey"
  >;
  readonly objects: Pick<
    Objects,
    "admitOrigins" | "registerApplication" | "secretOf"
  >;
  /** Under which addresses the shop's pages are opened. */
  readonly origins: readonly string[];
}

/**
 * Fills an empty installation with a demo company. Where there already are people it does nothing, except that the demo's
 * pages open under the addresses the server has today: it may have been started on another port before.
 */
export async function seedDemo({
  identity,
  workspace,
  objects,
  origins,
}: SeedDeps): Promise<{ readonly logins: readonly DemoLogin[] }> {
  const actor: Actor = serverActor;
  const logins = demoPeople.map(({ login, password, name, roles }) => ({
    login,
    password,
    name: `${name} (${roles[0] ?? ""})`,
  }));
  if (await identity.isEmpty())
    for (const person of demoPeople) await identity.createUser(actor, person);
  if ((await workspace.siteByKey(DEMO_SITE_KEY)) === undefined)
    await workspace.createSite(actor, {
      name: DEMO_SITE_NAME,
      origins: [...origins],
      language: "ru",
      greeting: null,
    });
  if ((await objects.secretOf(DEMO_ORDERS_KEY)) === undefined)
    await objects.registerApplication(actor, {
      key: DEMO_ORDERS_KEY,
      name: "Orders",
      origins: [...origins],
      matchUsersBy: "login",
      webhookUrl: null,
    });
  await workspace.admitOrigins(actor, { siteKey: DEMO_SITE_KEY, origins });
  await objects.admitOrigins(actor, {
    applicationKey: DEMO_ORDERS_KEY,
    origins,
  });
  return { logins };
}
