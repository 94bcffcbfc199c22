import type { Calls } from "../modules/calls/index.ts";
import type { Chats } from "../modules/chats/index.ts";
import type { Directory } from "../modules/directory/index.ts";
import type { Identity } from "../modules/identity/index.ts";
import {
  createNotifications,
  type Notifications,
} from "../modules/notifications/index.ts";
import type { Workspace } from "../modules/workspace/index.ts";
import { createSmtpMailer } from "../platform/mail/smtp-mailer.ts";
import { createGuardedPost } from "../platform/guarded-fetch/guarded-post.ts";
import { systemResolve } from "../platform/guarded-fetch/system-resolve.ts";
import { purposeKey } from "../platform/purpose-key.ts";
import type { Hub } from "../platform/realtime/hub.ts";
import type { AppDeps } from "./app-deps.ts";

interface Below {
  readonly identity: Identity;
  readonly directory: Directory;
  readonly chats: Chats;
  readonly workspace: Workspace;
  readonly calls: Calls;
}

/** Notifications with their ways out of the house, which end with them. */
export function createNotifying(
  deps: AppDeps & { readonly hub: Hub },
  { identity, directory, chats, workspace, calls }: Below,
): Notifications {
  const { config, database } = deps;
  const mailer =
    config.mail.kind === "smtp" ? createSmtpMailer(config.mail) : undefined;
  const notifications = createNotifications({
    ...deps,
    ...config,
    database,
    chats,
    users: identity,
    presences: {
      of: async (userIds) =>
        (await directory.presencesOf(userIds)).map((one) => ({
          userId: one.userId,
          isDoNotDisturb: one.state === "do_not_disturb",
          isInCall: one.isInCall,
        })),
    },
    addresses: { of: (userIds) => directory.emailsOf(userIds) },
    tags: { of: (tagIds) => directory.carriersOf(tagIds) },
    rings: { isRung: (callId, userId) => calls.isRung(callId, userId) },
    push: createGuardedPost({
      timers: deps.timers,
      resolve: systemResolve,
      allowedHosts: config.innerHosts.pushes,
    }),
    unsubscribeKey: purposeKey(config.secretKey, "unsubscribe"),
    mailer,
    log: deps.log,
    productName: async () => (await workspace.branding()).productName,
  });
  return {
    ...notifications,
    async [Symbol.asyncDispose]() {
      await notifications[Symbol.asyncDispose]();
      await mailer?.[Symbol.asyncDispose]();
    },
  };
}
