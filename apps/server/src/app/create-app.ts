import { join } from "node:path";
import type { CommandName } from "@veche/contracts";
import { commandNames } from "@veche/contracts";
import { readEpoch } from "../platform/db/epoch.ts";
import { createHttp, type Http } from "../platform/http/create-http.ts";
import type { Authenticate } from "../platform/http/http-options.ts";
import { createMetrics, type Metrics } from "../platform/http/metrics.ts";
import { createOriginPolicy } from "../platform/http/origin-policy.ts";
import {
  createSessionCookie,
  type SessionCookie,
} from "../platform/http/session-cookie.ts";
import { serverFolder } from "../platform/server-folder.ts";
import { commandDoor } from "../platform/realtime/command-door.ts";
import type { CommandHandlers } from "../platform/realtime/command.ts";
import {
  createConnections,
  type Connections,
} from "../platform/realtime/connections.ts";
import {
  createRealtime,
  type Realtime,
} from "../platform/realtime/create-realtime.ts";
import type { AppDeps } from "./app-deps.ts";
import { createMonitoring } from "../modules/monitoring/index.ts";
import { createModules, type Modules } from "./create-modules.ts";
import { makeFirstAdmin, type FirstAdmin } from "./first-admin.ts";
import { seedCards } from "./demo/seed-cards.ts";
import { seedDemo, type DemoLogin } from "./demo/seed-demo.ts";
import { seedTalks } from "./demo/seed-talks.ts";
import { demoOrdersRoutes } from "./demo/orders.ts";
import { shopSignIn } from "./demo/shop-sign-in.ts";

const folders = {
  web: join(serverFolder, "../web/dist"),
  widget: join(serverFolder, "../widget/dist"),
};
const VERSION = "0.1.0";

/** The whole product, ready to listen. */
export interface App {
  /** Lets people in; settles with the bound port. */
  listen(): Promise<number>;
  /** No new work; running work finishes, sockets are sent away to come back, everything is closed. */
  drain(): Promise<void>;
  seedDemo(): Promise<{ readonly logins: readonly DemoLogin[] }>;
  /** For an installation without demo data: somebody who can sign in, when there is nobody yet. */
  makeFirstAdmin(): Promise<FirstAdmin | undefined>;
}

/** The composition root: the only place that knows all parts. */
export async function createApp(deps: AppDeps): Promise<App> {
  const { config, log } = deps;
  const connections = createConnections({ log });
  const cookie = createSessionCookie(config.publicUrl);
  const { hub } = connections;
  const sockets: { edge?: Realtime } = {};
  const modules = createModules({
    ...deps,
    hub,
    cookie,
    sockets: {
      connectedSessions: () => sockets.edge?.connectedSessions() ?? new Set(),
      endSession: (sessionId) => {
        hub.endSession(sessionId);
      },
    },
  });
  const { identity, directory, calls, contactCentre } = modules;
  const { metrics, monitoring } = startMonitoring(deps, modules);
  const { http, realtime } = await createEdges(deps, {
    modules,
    connections,
    cookie,
    metrics,
  });
  sockets.edge = realtime;
  realtime.attach(http.server);
  connections.onConnectionClosed(calls.onConnectionClosed);
  connections.onConnectionClosed(contactCentre.onConnectionClosed);
  connections.onConnectionClosed(directory.onConnectionClosed);

  return {
    async listen() {
      await startAll(modules);
      return http.listen(config);
    },
    async drain() {
      await closeAll(http, realtime, modules);
      monitoring[Symbol.dispose]();
    },
    seedDemo: () => seedAll(deps, modules),
    makeFirstAdmin: () => makeFirstAdmin({ ...deps, ...config, identity }),
  };
}

async function startAll(modules: Modules): Promise<void> {
  await modules.mediaNodes.start();
  await modules.calls.start();
  await modules.recordings.start();
  await modules.contactCentre.start();
  await modules.directory.start();
  modules.search.start();
  modules.messages.start();
  await modules.notifications.start();
  modules.privacy.start();
  modules.library.start();
  modules.audit.start();
  modules.webhooks.start();
  modules.objects.start();
  modules.identity.start();
  modules.signIn.start();
  modules.files.start();
  modules.guests.start();
  modules.conferences.start();
}

function startMonitoring(deps: AppDeps, { calls }: Modules) {
  const metrics = createMetrics();
  const monitoring = createMonitoring({
    ...{ registry: metrics.registry, bus: deps.bus, calls },
    database: deps.database.narrow(),
    parts: partsOf(deps),
    mediaNodes: () => deps.media.nodes(),
  });
  return { metrics, monitoring };
}

async function seedAll({ config, ids }: AppDeps, modules: Modules) {
  const origins = shopOrigins(config);
  const seeded = await seedDemo({ ...modules, origins });
  await seedCards(modules);
  await seedTalks({ ...modules, ids });
  return seeded;
}

interface Parts {
  readonly modules: Modules;
  readonly connections: Connections;
  readonly cookie: SessionCookie;
  readonly metrics: Metrics;
}

/** REST and sockets, over the same checks of who is there. */
async function createEdges(
  deps: AppDeps,
  { modules, connections, cookie, metrics }: Parts,
): Promise<{ readonly http: Http; readonly realtime: Realtime }> {
  const { config, database } = deps;
  const { workspace } = modules;
  const edge = {
    ...deps,
    ...config,
    cookie,
    metrics,
    log: deps.log,
    origins: createOriginPolicy({
      publicUrl: config.publicUrl,
      isSiteOrigin: (origin) => workspace.isSiteOrigin(origin),
    }),
    ...authenticators(modules),
  };
  const commands = commandsOf(modules);
  const realtime = createRealtime({
    ...edge,
    connections,
    sync: modules.chats.syncSource,
    snapshots: allSnapshots(modules),
    commands,
    epoch: await readEpoch(database.narrow(), deps.ids),
  });
  const http = await createHttp({
    ...edge,
    routes: [
      ...allRoutes(modules),
      ...commandDoor({ handlers: commands, ids: deps.ids }),
      ...realtime.routes,
      ...demoRoutes(deps, modules),
    ],
    protocols: modules.directory.protocols,
    letterPages: [
      ...modules.notifications.letterPages,
      ...modules.conferences.letterPages,
    ],
    fileRoutes: [...workspace.fileRoutes, ...modules.conferences.fileRoutes],
    byteRoutes: allByteRoutes(modules),
    folders,
    version: VERSION,
    parts: () => Promise.resolve(partsOf(deps)()),
  });
  return { http, realtime };
}

/** How the parts of the server are now. */
const partsOf =
  ({ databaseHealth, media }: AppDeps) =>
  () =>
    ({
      database: databaseHealth.isReady() ? "up" : "down",
      turn: media.status(),
      mediaServer: media.serverStatus(),
    }) as const;

const commandsOf = ({
  chats,
  messages,
  directory,
  calls,
  recordings,
  contactCentre,
  ratings,
}: Modules): CommandHandlers =>
  allCommands([
    ...[chats, messages, directory, calls, recordings],
    ...[contactCentre, ratings],
  ]);

const demoRoutes = (deps: AppDeps, { workspace, objects }: Modules) =>
  deps.config.isDemo
    ? [
        shopSignIn({ ...deps, workspace }),
        ...demoOrdersRoutes({
          objects,
          serverUrl: loopbackUrl(deps.config),
          publicUrl: deps.config.publicUrl,
        }),
      ]
    : [];

const loopbackUrl = ({ host, port }: AppDeps["config"]): string =>
  `http://${host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host}:${port}`;

/** Who there is, by what they show. */
const authenticators = ({ identity, customers, guests, objects }: Modules) => ({
  authenticate: {
    session: (token: string, address: string) =>
      identity.resolveSession(token, address),
    bearer: async (token: string) =>
      (await customers.resolveVisitor(token)) ?? guests.resolveGuest(token),
  } satisfies Authenticate,
  authenticateKeys: objects.authenticateKeys,
  frameAncestors: (key: string) => objects.frameAncestors(key),
});

/** Each command of the contract has one handler, or the server does not start. */
function allCommands(
  sources: readonly { readonly commands: CommandHandlers }[],
): CommandHandlers {
  const merged = sources.reduce<CommandHandlers>(
    (all, { commands }) => ({ ...all, ...commands }),
    {},
  );
  const handled = sources.flatMap(({ commands }) => Object.keys(commands));
  const missing: CommandName[] = commandNames.filter(
    (name) => merged[name] === undefined,
  );
  const doubled = handled.filter((name, at) => handled.indexOf(name) !== at);
  if (missing.length + doubled.length > 0)
    throw new Error(
      `commands without a handler: ${missing.join(" ")}; with two: ${doubled.join(" ")}`,
    );
  return merged;
}

const allSnapshots = (modules: Modules) => [
  modules.chats.snapshot,
  modules.contactCentre.snapshot,
  modules.calls.snapshot,
  modules.recordings.snapshot,
  modules.messages.snapshot,
  modules.notifications.snapshot,
];

const allByteRoutes = ({ files, privacy, library, bi }: Modules) => [
  ...files.byteRoutes,
  ...privacy.byteRoutes,
  ...library.byteRoutes,
  ...bi.byteRoutes,
];

const allRoutes = (modules: Modules) => [
  ...modules.identity.routes,
  ...modules.signIn.routes,
  ...modules.workspace.routes,
  ...modules.audit.routes,
  ...modules.directory.routes,
  ...modules.search.routes,
  ...modules.files.routes,
  ...modules.chats.routes,
  ...modules.messages.routes,
  ...modules.notifications.routes,
  ...modules.privacy.routes,
  ...modules.customers.routes,
  ...modules.calls.routes,
  ...modules.contactCentre.routes,
  ...modules.ratings.routes,
  ...modules.bi.routes,
  ...modules.objects.routes,
  ...modules.conferences.routes,
  ...modules.guests.routes,
  ...modules.recordings.routes,
  ...modules.webhooks.routes,
  ...modules.library.routes,
  ...modules.mediaNodes.routes,
  ...modules.securityChecks.routes,
];

async function closeAll(
  http: Http,
  realtime: Realtime,
  modules: Modules,
): Promise<void> {
  http.drain();
  modules.objects.releaseWaits();
  await realtime[Symbol.asyncDispose]();
  // Uploads stop where they are, so that nobody waits for the slow ones.
  await modules.files[Symbol.asyncDispose]();
  await http[Symbol.asyncDispose]();
  await modules.objects[Symbol.asyncDispose]();
  await modules.privacy[Symbol.asyncDispose]();
  await modules.library[Symbol.asyncDispose]();
  await modules.notifications[Symbol.asyncDispose]();
  await modules.messages[Symbol.asyncDispose]();
  await modules.search[Symbol.asyncDispose]();
  await modules.directory[Symbol.asyncDispose]();
  await modules.ratings[Symbol.asyncDispose]();
  await modules.contactCentre[Symbol.asyncDispose]();
  await modules.recordings[Symbol.asyncDispose]();
  await modules.calls[Symbol.asyncDispose]();
  await modules.conferences[Symbol.asyncDispose]();
  modules.customers[Symbol.dispose]();
  modules.guests[Symbol.dispose]();
  await modules.chats[Symbol.asyncDispose]();
  await modules.signIn[Symbol.asyncDispose]();
  await modules.identity[Symbol.asyncDispose]();
  await modules.webhooks[Symbol.asyncDispose]();
  await modules.audit[Symbol.asyncDispose]();
}

function shopOrigins({
  publicUrl,
  port,
}: AppDeps["config"]): readonly string[] {
  return [
    ...new Set([
      new URL(publicUrl).origin,
      `http://localhost:${port}`,
      `http://127.0.0.1:${port}`,
    ]),
  ];
}
