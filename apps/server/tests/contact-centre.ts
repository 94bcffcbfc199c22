import type {
  ConversationId,
  DeviceId,
  PrincipalId,
  Role,
  SessionId,
  UserId,
} from "@veche/contracts";
import type { Calls } from "../src/modules/calls/index.ts";
import type { Chats } from "../src/modules/chats/index.ts";
import type { ContactCentre } from "../src/modules/contact-centre/index.ts";
import type { Ratings } from "../src/modules/ratings/index.ts";
import { serverActor } from "../src/platform/db/database.ts";
import type { EventBus } from "../src/platform/event-bus.ts";
import { systemIds } from "../src/platform/ids.ts";
import type { Principal } from "../src/platform/principal.ts";
import { createTestClock, type TestClock } from "./clock.ts";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import { createTestRooms } from "./rooms.ts";
import { newId, type Window } from "./service-windows.ts";
import {
  type ServiceTables,
  type Life,
  type MediaServer,
  type Surroundings,
  begin,
  endLife,
  killLife,
} from "./service-life.ts";
import { openWindow, greet, addCustomer } from "./service-people.ts";

export {
  allOn,
  newClientId,
  newId,
  newJoinId,
  nothingOn,
  type Window,
} from "./service-windows.ts";

export interface ServiceWorld extends AsyncDisposable {
  readonly test: TestDatabase<ServiceTables>;
  readonly clock: TestClock;
  readonly mediaServer: MediaServer;
  readonly plans: Surroundings["plans"];
  readonly recorded: Surroundings["recorded"];
  readonly letters: Surroundings["letters"];
  readonly chats: Chats;
  readonly calls: Calls;
  readonly centre: ContactCentre;
  readonly ratings: Ratings;
  readonly bus: EventBus;
  /** Lines of which a sign of life was wanted. */
  readonly askedLines: ReadonlySet<string>;
  operator(name: string, roles?: readonly Role[]): Principal;
  customer(name: string): Promise<Principal>;
  conversationOf(customer: Principal): ConversationId;
  addMember(conversationId: ConversationId, who: Principal): Promise<void>;
  removeMember(conversationId: ConversationId, who: Principal): Promise<void>;
  open(principal: Principal, deviceId?: DeviceId): Promise<Window>;
  /** An operator with a window who is available. */
  available(name: string): Promise<Window>;
  visitor(name: string): Promise<Window>;
  settle(): Promise<void>;
  pass(ms: number): Promise<void>;
  /** The process dies as by kill -9: its transactions are cut, its timers and sockets gone. Nothing runs afterwards. */
  kill(): Promise<void>;
  /** A new process on the same database. */
  start(): Promise<void>;
  /** A second process beside the first, with nobody on its lines; it ends with the world. */
  anotherNode(): Promise<{ route(): Promise<void> }>;
}

/** Operators go straight to the next customer unless a test gives them time. */
export async function openService({
  wrapUpMs = 0,
}: { readonly wrapUpMs?: number } = {}): Promise<ServiceWorld> {
  const test = await createTestDatabase<ServiceTables>();
  const clock = createTestClock();
  const conversations = new Map<PrincipalId, ConversationId>();
  const mediaServer: MediaServer = {
    status: "up",
    server: createTestRooms(clock),
    dataDir: await mkdtemp(join(tmpdir(), "veche-tracks-")),
  };
  const plans: Surroundings["plans"] = new Map();
  const recorded: Surroundings["recorded"] = new Set();
  const letters: Surroundings["letters"] = [];
  const surroundings = { mediaServer, plans, recorded, wrapUpMs, letters };
  let life = await begin(test, clock, surroundings);
  const others: Life[] = [];

  const open: ServiceWorld["open"] = async (
    principal,
    deviceId = newId<DeviceId>(),
  ) => {
    const window = openWindow(life, principal, deviceId);
    await greet(life, window);
    return window;
  };
  const settle = async (): Promise<void> => {
    for (let round = 0; round < 4; round += 1) {
      await life.calls.quiet();
      await life.centre.quiet();
      await life.recordings.quiet();
      await life.ratings.quiet();
      await new Promise(setImmediate);
    }
  };
  const customer: ServiceWorld["customer"] = async (name) => {
    const { principal, conversationId } = await addCustomer(life, clock, name);
    conversations.set(principal.id, conversationId);
    return principal;
  };

  const world: ServiceWorld = {
    test,
    clock,
    mediaServer,
    plans,
    recorded,
    letters,
    get chats() {
      return life.chats;
    },
    get calls() {
      return life.calls;
    },
    get centre() {
      return life.centre;
    },
    get ratings() {
      return life.ratings;
    },
    get bus() {
      return life.bus;
    },
    get askedLines() {
      return life.windows.asked;
    },
    operator: (name, roles = ["employee", "operator"]) => ({
      kind: "user",
      id: systemIds.next<UserId>(),
      name,
      roles,
      language: "en",
      sessionId: systemIds.next<SessionId>(),
      device: "desktop_browser",
    }),
    customer,
    conversationOf(principal) {
      const id = conversations.get(principal.id);
      if (id === undefined)
        throw new Error(`${principal.name} is no customer of this world`);
      return id;
    },
    addMember: (conversationId, { id: principalId, kind, name }) =>
      life.database.transact(serverActor, (unit) =>
        life.chats.addMember(unit, {
          conversationId,
          member: { principalId, kind, name, role: "member" },
          actorId: null,
        }),
      ),
    removeMember: (conversationId, { id: principalId }) =>
      life.database.transact(serverActor, (unit) =>
        life.chats.removeMember(unit, {
          conversationId,
          principalId,
          actorId: null,
        }),
      ),
    open,
    async available(name) {
      const window = await open(world.operator(name));
      await window.send("operator.set_state", {
        state: "available",
        breakReason: null,
      });
      await settle();
      return window;
    },
    visitor: async (name) => open(await customer(name)),
    settle,
    async pass(ms) {
      await settle();
      for (let leftMs = ms; leftMs > 0; leftMs -= 5_000) {
        clock.advance(Math.min(leftMs, 5_000));
        await settle();
      }
    },
    async kill() {
      await killLife(life, test);
    },
    async start() {
      life = await begin(test, clock, surroundings);
    },
    async anotherNode() {
      const other = await begin(test, clock, surroundings);
      others.push(other);
      return {
        route: async () => {
          other.bus.dispatch([
            { type: "operator.changed", operatorId: newId<UserId>() },
          ]);
          await other.centre.quiet();
        },
      };
    },
    async [Symbol.asyncDispose]() {
      for (const one of [life, ...others]) await endLife(one);
      await test[Symbol.asyncDispose]();
      await rm(mediaServer.dataDir, { recursive: true });
    },
  };
  return world;
}
