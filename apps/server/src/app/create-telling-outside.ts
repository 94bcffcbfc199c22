import type { Directory } from "../modules/directory/index.ts";
import type { Identity } from "../modules/identity/index.ts";
import type { Notifications } from "../modules/notifications/index.ts";
import {
  createWebhooks,
  type AdministratorLetters,
  type Webhooks,
} from "../modules/webhooks/index.ts";
import { createGuardedPost } from "../platform/guarded-fetch/guarded-post.ts";
import { systemResolve } from "../platform/guarded-fetch/system-resolve.ts";
import { purposeKey } from "../platform/purpose-key.ts";
import { createSealedText } from "../platform/sealed-text.ts";
import type { AppDeps } from "./app-deps.ts";

interface Below {
  readonly identity: Identity;
  readonly directory: Directory;
  readonly notifications: Notifications;
}

/** Webhooks with their way out of the house. */
export const createTellingOutside = (deps: AppDeps, below: Below): Webhooks =>
  createWebhooks({
    ...deps,
    database: deps.database,
    outside: createGuardedPost({
      timers: deps.timers,
      resolve: systemResolve,
      allowedHosts: deps.config.innerHosts.webhooks,
    }),
    secrets: createSealedText(
      purposeKey(deps.config.secretKey, "webhook-secrets"),
    ),
    letters: lettersToAdministrators(below),
    publicUrl: deps.config.publicUrl,
  });

const lettersToAdministrators = ({
  identity,
  directory,
  notifications,
}: Below): AdministratorLetters => ({
  async tell(unit, write) {
    const administrators = await identity.administrators();
    const addresses = await directory.emailsOf(
      administrators.map(({ id }) => id),
    );
    for (const { id, language } of administrators) {
      const to = addresses.get(id);
      if (to === undefined) continue;
      await notifications.queueLetter(unit, {
        ...{ to, ...write(language) },
        calendar: null,
      });
    }
  },
});
