import type {
  Actor,
  ApplicationId,
  ConversationId,
  FoundObject,
  ObjectCard,
  UserId,
} from "@veche/contracts";
import type { AuthenticateKeys } from "../../platform/http/authenticate-keys.ts";
import type { Route } from "../../platform/http/route.ts";
import {
  authenticateApplication,
  authenticateEmbedded,
} from "./authenticate.ts";
import { createEventFeed, type EventFeed } from "./event-feed.ts";
import { adminRoutes } from "./http/admin-routes.ts";
import { contextRoutes } from "./http/context-routes.ts";
import { embedRoutes } from "./http/embed-routes.ts";
import { objectRoutes } from "./http/object-routes.ts";
import { webhookRoutes } from "./http/webhook-routes.ts";
import type { ObjectsDeps } from "./objects-deps.ts";
import { applicationByKey } from "./store/applications.ts";
import { admitOrigins } from "./use-cases/admit-origins.ts";
import {
  registerApplication,
  type ApplicationToRegister,
  type RegisteredApplication,
} from "./use-cases/register-application.ts";
import { findObjects } from "./use-cases/find-objects.ts";
import { showCardOf } from "./use-cases/show-card.ts";
import { createWaits, type Waits } from "./waits.ts";
import { createWebhooks, type Webhooks } from "./webhooks.ts";

export type { ObjectsDeps } from "./objects-deps.ts";
export type { ObjectsTables } from "./store/tables.ts";
export type { MatchedUser, UserMatcher } from "./user-matcher.port.ts";

/** Business applications, their objects with cards, and the conversations about these. */
export interface Objects extends AsyncDisposable {
  readonly routes: readonly Route[];
  /** For whom the keys and tokens of applications speak. */
  readonly authenticateKeys: AuthenticateKeys;
  /** Begins to gather the applications' events; what was missed meanwhile is caught up. */
  start(): void;
  /** Settles when everything committed before the call is an event and was tried on its webhook; for tests. */
  catchUp(): Promise<void>;
  /** Answers whoever is kept waiting; from now on nobody is. To be called before the server closes its connections. */
  releaseWaits(): void;
  /** Which pages may hold a frame with this application's conversations; undefined when there is no such application. */
  frameAncestors(
    applicationKey: string,
  ): Promise<readonly string[] | undefined>;
  /** Objects whose conversations the user is in, by number or words of the title; the last changed first. */
  find(
    viewer: { readonly id: UserId },
    text: string,
    limit: number,
  ): Promise<readonly FoundObject[]>;
  /** The card of what a conversation is about, to its members. Refuses `object.not_found`. */
  cardOf(userId: UserId, conversationId: ConversationId): Promise<ObjectCard>;
  /** Refuses `application.key_taken`, `request.invalid`. */
  registerApplication(
    actor: Actor,
    application: ApplicationToRegister,
  ): Promise<RegisteredApplication>;
  /** Lets an application's pages stand under these addresses too. */
  admitOrigins(
    actor: Actor,
    admission: { applicationKey: string; origins: readonly string[] },
  ): Promise<void>;
  /** The secret of an application by its key; undefined when there is none. For the demo application, which lives here. */
  secretOf(applicationKey: string): Promise<string | undefined>;
}

export function createObjects(deps: ObjectsDeps): Objects {
  const { timers } = deps;
  const eventWaits = createWaits<ApplicationId>(timers);
  const logWaits = createWaits<ConversationId>(timers);
  const feed = createEventFeed(deps, (applicationId) => {
    eventWaits.wake(applicationId);
    void webhooks.deliver();
  });
  const webhooks = createWebhooks({ ...deps, feed });
  const wakings = wakeReaders(deps, logWaits);
  const releaseWaits = (): void => {
    eventWaits[Symbol.dispose]();
    logWaits[Symbol.dispose]();
  };

  return {
    routes: allRoutes(deps, { feed, webhooks, eventWaits, logWaits }),
    authenticateKeys: {
      application: (credential) => authenticateApplication(deps, credential),
      embedded: (token) => authenticateEmbedded(deps, token),
    },
    start: () => {
      feed.start();
      webhooks.start();
    },
    async catchUp() {
      await feed.catchUp();
      await webhooks.deliver();
    },
    releaseWaits,
    ...questions(deps),
    async [Symbol.asyncDispose]() {
      for (const waking of wakings) waking[Symbol.dispose]();
      releaseWaits();
      await feed[Symbol.asyncDispose]();
      await webhooks[Symbol.asyncDispose]();
    },
  };
}

/** Whoever waits for what happens in a conversation is woken; members hear of its card. */
const wakeReaders = (
  { bus, hub, chats }: Pick<ObjectsDeps, "bus" | "hub" | "chats">,
  logWaits: Waits<ConversationId>,
): readonly Disposable[] => [
  bus.on("timeline.appended", ({ conversationId }) => {
    logWaits.wake(conversationId);
  }),
  bus.on("members.changed", ({ conversationId }) => {
    logWaits.wake(conversationId);
  }),
  bus.on("card.changed", async ({ conversationId }) => {
    logWaits.wake(conversationId);
    hub.notify(await chats.membersOf(conversationId), {
      type: "card.changed",
      conversationId,
    });
  }),
];

/** What the server itself asks of applications. */
function questions(
  deps: ObjectsDeps,
): Pick<
  Objects,
  | "frameAncestors"
  | "find"
  | "cardOf"
  | "registerApplication"
  | "admitOrigins"
  | "secretOf"
> {
  const { db } = deps.database;
  return {
    async frameAncestors(applicationKey) {
      const application = await applicationByKey(db, applicationKey);
      return application?.disabledAt === null ? application.origins : undefined;
    },
    find: (viewer, text, limit) => findObjects(deps, viewer, { text, limit }),
    cardOf: (userId, conversationId) =>
      showCardOf(deps, { id: userId }, conversationId),
    registerApplication: (actor, application) =>
      registerApplication(deps, actor, application),
    admitOrigins: (actor, admission) => admitOrigins(deps, actor, admission),
    async secretOf(applicationKey) {
      const application = await applicationByKey(db, applicationKey);
      return application && deps.secrets.open(application.secret);
    },
  };
}

interface Engines {
  readonly feed: EventFeed;
  readonly webhooks: Webhooks;
  readonly eventWaits: Waits<ApplicationId>;
  readonly logWaits: Waits<ConversationId>;
}

function allRoutes(
  deps: ObjectsDeps,
  { feed, webhooks, eventWaits, logWaits }: Engines,
): readonly Route[] {
  return [
    ...adminRoutes(deps),
    ...webhookRoutes({ ...deps, webhooks }),
    ...objectRoutes(deps),
    ...contextRoutes({ ...deps, feed, eventWaits }),
    ...embedRoutes({ ...deps, logWaits }),
  ];
}
