import type { Directory } from "../modules/directory/index.ts";
import type { Identity } from "../modules/identity/index.ts";
import { createSignIn, type SignIn } from "../modules/sign-in/index.ts";
import type { Workspace } from "../modules/workspace/index.ts";
import { createGuardedAsk } from "../platform/guarded-fetch/guarded-ask.ts";
import { systemResolve } from "../platform/guarded-fetch/system-resolve.ts";
import { purposeKey } from "../platform/purpose-key.ts";
import { createSealedText } from "../platform/sealed-text.ts";
import type { AppDeps } from "./app-deps.ts";

interface Below {
  readonly identity: Identity;
  readonly workspace: Workspace;
}

/** How people come in: their password, the second step, and the company's own ways. */
export const createDoor = (
  deps: AppDeps,
  { identity, workspace }: Below,
  directory: () => Directory,
): SignIn =>
  createSignIn({
    ...deps,
    database: deps.database.narrow(),
    identity,
    people: {
      byEmail: (email) => directory().userByEmail(email),
      keepEmail: (userId, email) => directory().keepEmail(userId, email),
    },
    innerHosts: deps.config.innerHosts.signIn.map((host) => host.toLowerCase()),
    outside: createGuardedAsk({
      timers: deps.timers,
      resolve: systemResolve,
      allowedHosts: deps.config.innerHosts.signIn,
    }),
    secrets: createSealedText(
      purposeKey(deps.config.secretKey, "sign-in-secrets"),
    ),
    productName: async () => (await workspace.branding()).productName,
    publicUrl: deps.config.publicUrl,
    rateFactor: deps.config.rateFactor,
  });
