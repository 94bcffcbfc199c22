import type { Server } from "node:http";
import type { SessionId } from "@veche/contracts";
import type { Clock } from "../clock.ts";
import type { EventBus } from "../event-bus.ts";
import type { Authenticate } from "../http/http-options.ts";
import type { Metrics } from "../http/metrics.ts";
import type { OriginPolicy } from "../http/origin-policy.ts";
import type { Route } from "../http/route.ts";
import type { SessionCookie } from "../http/session-cookie.ts";
import type { Ids } from "../ids.ts";
import type { Principal } from "../principal.ts";
import type { Log } from "../log.ts";
import { createRateLimiter } from "../rate-limiter.ts";
import type { Timers } from "../timers.ts";
import { CommandRunner } from "./command-runner.ts";
import type { CommandHandlers } from "./command.ts";
import { Connection, type ConnectionDeps } from "./connection.ts";
import type { Connections } from "./connections.ts";
import { startHeartbeat } from "./heartbeat.ts";
import type { SnapshotSource } from "./hub.ts";
import { createLogFeeds } from "./log-feeds.ts";
import {
  defaultRealtimeLimits,
  widened,
  type RealtimeLimits,
} from "./realtime-options.ts";
import type { SyncSource } from "./sync-source.ts";
import { createTickets, ticketRoute, type Tickets } from "./tickets.ts";
import { createTurnBatch } from "./turn-batch.ts";
import { createUpgradeListener, type UpgradeDeps } from "./upgrade.ts";
import { WsSocket } from "./web-socket.ts";

export interface RealtimeOptions {
  readonly connections: Connections;
  readonly log: Log;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly ids: Ids;
  readonly bus: EventBus;
  readonly sync: SyncSource;
  readonly snapshots: readonly SnapshotSource[];
  /** All modules' handlers, merged. */
  readonly commands: CommandHandlers;
  readonly authenticate: Pick<Authenticate, "session">;
  readonly cookie: SessionCookie;
  readonly origins: OriginPolicy;
  readonly trustedProxies: readonly string[];
  /** Names the history the positions belong to; another one after a restore from a backup. */
  readonly epoch: string;
  readonly metrics?: Pick<Metrics, "setSockets">;
  readonly limits?: Partial<RealtimeLimits>;
  /** Widens all limits of rate and number, for measurements; 1 unless given. */
  readonly rateFactor?: number;
}

export interface Realtime extends AsyncDisposable {
  /** The tickets' endpoint. */
  readonly routes: readonly Route[];
  /** Answers the upgrade requests of this server. */
  attach(server: Server): void;
  /** Sessions that have a socket open now: they are in use though they ask nothing over REST. */
  connectedSessions(): ReadonlySet<SessionId>;
  /** Lets running commands finish, then closes every socket with `restart`. Settles when all are gone. */
  drain(): Promise<void>;
}

const DRAIN_TIMEOUT_MS = 5_000;

/** The socket's edge: handshakes, logs, commands, presence. */
export function createRealtime(options: RealtimeOptions): Realtime {
  const { connections, clock, timers, origins } = options;
  const { index } = connections;
  const limits = widened(
    { ...defaultRealtimeLimits, ...options.limits },
    options.rateFactor ?? 1,
  );
  const tickets = createTickets(options);
  const feeds = createLogFeeds(options);
  const commands = new CommandRunner({
    ...options,
    handlers: options.commands,
    limits,
  });
  let isDraining = false;
  const upgrade = createUpgradeListener({
    ...options,
    tickets,
    handshakes: createRateLimiter({ clock, rate: limits.handshakesPerAddress }),
    mayOpen: (principal) => hasRoom(index, limits, principal),
    isDraining: () => isDraining,
    opened: opener(options, limits, { feeds, commands }),
  });
  const reactions = [
    feeds,
    startHeartbeat({ index, clock, timers }),
    followMembership(options),
    ...followAccess(options, tickets),
  ];
  const drain = async (): Promise<void> => {
    isDraining = true;
    await within(timers, DRAIN_TIMEOUT_MS, commands.drain());
    for (const connection of [...index.all()]) connection.close("restart");
    await within(timers, DRAIN_TIMEOUT_MS, index.whenEmpty());
  };

  return {
    routes: [ticketRoute(tickets, origins)],
    attach: (server) => void server.on("upgrade", upgrade),
    connectedSessions: () => sessionsOf(connections),
    drain,
    async [Symbol.asyncDispose]() {
      await drain();
      for (const reaction of reactions) reaction[Symbol.dispose]();
    },
  };
}

function hasRoom(
  index: Connections["index"],
  limits: RealtimeLimits,
  { kind, id }: Principal,
): boolean {
  const maxSockets =
    kind === "user" ? limits.maxSocketsPerUser : limits.maxSocketsPerCustomer;
  return (
    index.countOf(id) < maxSockets && index.greetingCount < limits.maxGreeting
  );
}

/** Makes a connection of each opened line and counts it. */
function opener(
  options: RealtimeOptions,
  { sendBudget }: RealtimeLimits,
  own: Pick<ConnectionDeps, "feeds" | "commands">,
): UpgradeDeps["opened"] {
  const { connections, timers, ids, metrics } = options;
  const { index } = connections;
  const deps: ConnectionDeps = { ...options, ...own, ...presence(options) };
  const batch = createTurnBatch();
  return (line, who) => {
    const id: string = ids.next();
    const connection = new Connection(
      { id, ...who },
      (listener) =>
        new WsSocket(line, listener, { timers, batch, budget: sendBudget }),
      deps,
    );
    index.add(connection);
    metrics?.setSockets(index.size);
  };
}

/** A session that ends takes its sockets along; a user whose rights changed comes back under the new ones. */
function followAccess(
  { bus, connections }: RealtimeOptions,
  tickets: Tickets,
): readonly Disposable[] {
  return [
    bus.on("session.ended", ({ sessionId }) => {
      tickets.revoke(sessionId);
      connections.hub.endSession(sessionId);
    }),
    bus.on("user.changed", ({ userId, fields }) => {
      if (!/\b(roles|name)\b/.test(fields)) return;
      tickets.revokeAll(userId);
      for (const connection of [...connections.index.of(userId)])
        connection.close("restart");
    }),
  ];
}

/** Presence is told on the bus: first connection of a principal, last one gone. */
function presence({
  connections: { index, tellClosed },
  bus,
  metrics,
}: RealtimeOptions): Pick<ConnectionDeps, "becamePresent" | "closed"> {
  return {
    becamePresent(connection) {
      const principalId = connection.principal.id;
      if (index.present(connection))
        bus.dispatch([{ type: "principal.connected", principalId }]);
    },
    closed(connection) {
      const { principal, id: connectionId } = connection;
      const wasLast = index.remove(connection);
      metrics?.setSockets(index.size);
      tellClosed({ principal, connectionId, wasLast });
      if (!wasLast) return;
      bus.dispatch([
        {
          type: "principal.disconnected",
          kind: principal.kind,
          principalId: principal.id,
        },
      ]);
    },
  };
}

function followMembership({
  bus,
  connections: { index },
}: RealtimeOptions): Disposable {
  return bus.on("members.changed", ({ conversationId, joined, left }) => {
    for (const principalId of joined)
      for (const connection of index.of(principalId))
        connection.joined(conversationId);
    for (const principalId of left)
      for (const connection of index.of(principalId))
        connection.left(conversationId);
  });
}

function sessionsOf({ index }: Connections): ReadonlySet<SessionId> {
  const sessions = new Set<SessionId>();
  for (const { principal, isOpen } of index.all())
    if (isOpen && principal.kind === "user") sessions.add(principal.sessionId);
  return sessions;
}

/** Waits for work, but not longer than this. */
async function within(
  timers: Timers,
  timeoutMs: number,
  work: Promise<void>,
): Promise<void> {
  const waited: PromiseWithResolvers<void> = Promise.withResolvers();
  using _timer = timers.after(timeoutMs, waited.resolve);
  await Promise.race([work, waited.promise]);
}
