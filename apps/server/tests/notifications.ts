import type {
  CallId,
  DeviceId,
  NotificationSettings,
  PrincipalId,
  TagId,
  UserId,
} from "@veche/contracts";
import {
  createNotifications,
  type Notifications,
  type NotificationsTables,
} from "../src/modules/notifications/index.ts";
import type { OutboxTables } from "../src/platform/db/outbox.ts";
import { createDatabase } from "../src/platform/db/create-database.ts";
import { serverActor } from "../src/platform/db/database.ts";
import { systemIds } from "../src/platform/ids.ts";
import type { Mailer } from "../src/platform/mail/mailer.ts";
import type { UserPrincipal } from "../src/platform/principal.ts";
import { systemTimers, type Timers } from "../src/platform/timers.ts";
import { openConversations, type ConversationsWorld } from "./conversations.ts";
import { patientLimits } from "./database.ts";
import { createTestHttp, ownPage } from "./http.ts";
import {
  openPushService,
  type PushService,
  type TestBrowser,
} from "./push-service.ts";

export interface NotificationsWorld extends AsyncDisposable {
  readonly talk: ConversationsWorld;
  readonly service: PushService;
  readonly presence: Map<UserId, "do_not_disturb" | "in_call">;
  readonly addresses: Map<UserId, string>;
  readonly tags: Map<TagId, ReadonlySet<PrincipalId>>;
  /** Somebody who speaks this language. */
  person(name: string, language?: "ru" | "en"): UserPrincipal;
  /** A browser of somebody, told from now on. */
  subscribe(
    who: UserPrincipal,
    browser?: TestBrowser,
  ): Promise<TestBrowser & { readonly deviceId: DeviceId }>;
  /** A link in a letter, followed (GET) or pressed (POST) by whoever has it. */
  letterLink(
    method: "GET" | "POST",
    url: string,
  ): Promise<{ readonly status: number; readonly html: string }>;
  readonly snapshot: Notifications["snapshot"];
  /** Calls that ring for nobody any more. */
  readonly overCalls: Set<CallId>;
  /** A call rings for these people; answers with whom it does and whom it spares. */
  ring(
    wish: Omit<Parameters<Notifications["ring"]>[1], "until">,
  ): ReturnType<Notifications["ring"]>;
  choose(who: UserPrincipal, settings: NotificationSettings): Promise<number>;
  /** What arrived so far, the words only. */
  words(): readonly Word[];
  /** Everything that is due now is done. */
  settle(): Promise<void>;
  pass(ms: number): Promise<void>;
  /** The process dies as by kill -9. */
  kill(): Promise<void>;
  /** It will die when a push service has taken a push, before it can write that down. */
  dieAfterPost(): void;
  /** A process starts on the same database. */
  start(): Promise<void>;
  request(
    who: UserPrincipal,
    asked: `${"GET" | "PUT" | "POST" | "DELETE"} /${string}`,
    body?: object,
  ): Promise<{ readonly status: number; readonly body: unknown }>;
}

interface Word {
  readonly title: string;
  readonly body: string;
  readonly tag: string;
  readonly path: string;
  readonly isSilent: boolean;
}

interface Life {
  readonly notifications: Notifications;
  dieAfterPost(): void;
  kill(): Promise<void>;
  end(): Promise<void>;
}

export async function openNotifications(
  options: { readonly mailer?: Mailer } = {},
): Promise<NotificationsWorld> {
  const talk = await openConversations();
  const service = await openPushService();
  const presence: NotificationsWorld["presence"] = new Map();
  const addresses: NotificationsWorld["addresses"] = new Map();
  const tags: NotificationsWorld["tags"] = new Map();
  const people = new Map<UserId, UserPrincipal>();
  const overCalls = new Set<CallId>();
  const begin = () =>
    beginLife({
      talk,
      service,
      presence,
      addresses,
      tags,
      overCalls,
      people,
      ...options,
    });
  let life = begin();
  await life.notifications.start();
  talk.plug({
    remind: (unit, fired) =>
      life.notifications.remind(
        unit,
        // Only users set reminders.
        fired.map((one) => ({ ...one, userId: one.principalId as UserId })),
      ),
  });

  const settle = async (): Promise<void> => {
    await life.notifications.quiet();
    // The pause between two looks at the same conversations, and what is gathered before it is sent.
    talk.clock.advance(4_000);
    await life.notifications.quiet();
  };
  const request: NotificationsWorld["request"] = async (who, asked, body) => {
    const [method, url] = asked.split(" ");
    await using http = await createTestHttp({
      routes: life.notifications.routes,
      authenticate: {
        session: async () => who,
        bearer: async () => undefined,
      },
    });
    const response = await http.inject({
      // The type above says so.
      method: method as "GET",
      url: url ?? "",
      headers: ownPage,
      ...(body === undefined ? {} : { payload: body }),
    });
    const text = response.body;
    return {
      status: response.statusCode,
      body: text === "" ? null : (JSON.parse(text) as unknown),
    };
  };
  return {
    talk,
    service,
    presence,
    addresses,
    tags,
    request,
    settle,
    person(name, language = "en") {
      const person = { ...talk.user(name), language };
      people.set(person.id, person);
      return person;
    },
    async subscribe(who, browser = service.browser()) {
      const deviceId = systemIds.next<DeviceId>();
      const path = `/api/v1/notifications/devices/${deviceId}` as const;
      await request(who, `PUT ${path}`, browser.subscription);
      return { ...browser, deviceId };
    },
    overCalls,
    async ring(wish) {
      const until = new Date(talk.clock.now().getTime() + 30_000);
      return talk.test.database.transact(serverActor, (unit) => {
        unit.happened({ type: "call.rang", callId: wish.callId });
        return life.notifications.ring(unit, { ...wish, until });
      });
    },
    snapshot: (principal) => life.notifications.snapshot(principal),
    async letterLink(method, url) {
      await using http = await createTestHttp({
        letterPages: life.notifications.letterPages,
      });
      const response = await http.inject({
        method,
        url: new URL(url).pathname,
        ...(method === "GET"
          ? {}
          : {
              headers: { "content-type": "application/x-www-form-urlencoded" },
              payload: "List-Unsubscribe=One-Click",
            }),
      });
      return { status: response.statusCode, html: response.body };
    },
    choose: async (who, settings) =>
      (await request(who, "PUT /api/v1/notifications/settings", settings))
        .status,
    // The service decrypted them; what they say is compared by the tests.
    words: () => service.pushes.map(({ word }) => word as Word),
    async pass(ms) {
      talk.clock.advance(ms);
      await life.notifications.quiet();
    },
    kill: () => life.kill(),
    dieAfterPost: () => life.dieAfterPost(),
    async start() {
      life = begin();
      await life.notifications.start();
    },
    async [Symbol.asyncDispose]() {
      await life.end();
      await service[Symbol.asyncDispose]();
      await talk[Symbol.asyncDispose]();
    },
  };
}

function beginLife({
  talk,
  service,
  presence,
  addresses,
  tags,
  overCalls,
  people,
  mailer,
}: Pick<
  NotificationsWorld,
  "talk" | "service" | "presence" | "addresses" | "tags" | "overCalls"
> & {
  readonly people: ReadonlyMap<UserId, UserPrincipal>;
  readonly mailer?: Mailer;
}): Life {
  const { test, clock, chats } = talk;
  const { bus, log, connection } = test;
  let isCut = false;
  let diesAfterPost = false;
  const database = createDatabase<NotificationsTables & OutboxTables>({
    connection,
    bus,
    log,
    limits: { ...patientLimits, maxConnections: 4 },
  });
  const notifications = createNotifications({
    database,
    bus,
    clock,
    timers: quickTimers(clock, () => isCut),
    ids: systemIds,
    log,
    chats,
    users: {
      many: async (ids) =>
        ids.flatMap((id) => {
          const person = people.get(id);
          return person === undefined
            ? []
            : [
                {
                  id,
                  login: person.name.toLowerCase(),
                  name: person.name,
                  roles: [...person.roles],
                  language: person.language,
                  disabledAt: null,
                },
              ];
        }),
    },
    presences: {
      of: async (ids) =>
        ids.map((userId) => ({
          userId,
          isDoNotDisturb: presence.get(userId) === "do_not_disturb",
          isInCall: presence.get(userId) === "in_call",
        })),
    },
    addresses: { of: async (ids) => only(addresses, ids) },
    tags: { of: async (ids) => only(tags, ids) },
    push: {
      async post(request) {
        if (isCut) throw new Error("the process is dead");
        const answer = await service.post(request);
        if (diesAfterPost) await cut();
        return answer;
      },
      isAllowed: (url) => url.startsWith("https://push.example.com/"),
    },
    rings: { isRung: async (callId) => !overCalls.has(callId) },
    mailer,
    hub: talk.hub,
    unsubscribeKey: "a key for tests",
    publicUrl: "https://veche.example.com",
    productName: async () => "Veche",
  });
  const end = async (): Promise<void> => {
    await notifications[Symbol.asyncDispose]();
    await cut();
  };
  /** From here on nothing is written, posted or woken. */
  async function cut(): Promise<void> {
    if (isCut) return;
    isCut = true;
    await database[Symbol.asyncDispose]();
  }
  return {
    notifications,
    dieAfterPost: () => {
      diesAfterPost = true;
    },
    async kill() {
      await cut();
      await end();
    },
    end,
  };
}

/** The test moves time; what waits for the database's own horizon does not wait for the test. */
function quickTimers(clock: Timers, isCut: () => boolean): Timers {
  const alive = (task: () => void) => () => {
    if (!isCut()) task();
  };
  return {
    after: (ms, task) =>
      ms <= 20
        ? systemTimers.after(ms, alive(task))
        : clock.after(ms, alive(task)),
    every: (ms, task) => clock.every(ms, alive(task)),
  };
}

function only<Key, Value>(
  all: ReadonlyMap<Key, Value>,
  keys: readonly Key[],
): ReadonlyMap<Key, Value> {
  return new Map(
    keys.flatMap((key) => {
      const value = all.get(key);
      return value === undefined ? [] : [[key, value] as const];
    }),
  );
}
