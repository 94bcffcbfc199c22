import {
  appEndpoints,
  applicationEndpoints,
  type ApplicationId,
  type Caption,
  type ConversationId,
  type Endpoint,
  type EndpointPart,
  type ObjectType,
  type PrincipalId,
  type UserId,
} from "@veche/contracts";
import { SignJWT } from "jose";
import {
  createObjects,
  type MatchedUser,
  type Objects,
  type ObjectsTables,
} from "../src/modules/objects/index.ts";
import { systemIds } from "../src/platform/ids.ts";
import { createSealedText } from "../src/platform/sealed-text.ts";
import type { Http } from "../src/platform/http/create-http.ts";
import {
  createGuardedPost,
  type BytesToPost,
} from "../src/platform/guarded-fetch/guarded-post.ts";
import type { UserPrincipal } from "../src/platform/principal.ts";
import { callEndpoint, type Answer, type Input } from "./call-endpoint.ts";
import { openConversations, type ConversationsWorld } from "./conversations.ts";
import { createTestHttp, ownPage } from "./http.ts";

/** What a caller shows: a key and secret, a token, or the administrator's cookie. */
type Caller =
  | { readonly key: string; readonly secret: string }
  | { readonly token: string }
  | "admin";

interface Captioned {
  readonly conversationId: ConversationId;
  readonly principalId: PrincipalId;
  readonly caption: Caption;
}

export interface ObjectsWorld extends ConversationsWorld {
  readonly objects: Objects;
  readonly http: Http;
  /** A user whom applications may name, by login. */
  staff(login: string): UserPrincipal;
  dismiss(user: UserPrincipal): void;
  call<E extends Endpoint>(
    as: Caller,
    endpoint: E,
    input?: Input<E>,
  ): Promise<Answer<EndpointPart<E, "response">>>;
  /** What was posted to webhooks, and with which status the next are answered (200 else; 0: not at all). */
  readonly posted: readonly BytesToPost[];
  readonly answers: number[];
  /** What was to be shown in calls as words. */
  readonly captioned: readonly Captioned[];
  /** Settles when the next question is held back. To be asked right after that question. */
  whenWaiting(): Promise<void>;
  /** Another process over the same database. */
  another(): Objects;
}

export async function openObjects(): Promise<ObjectsWorld> {
  const world = await openConversations();
  const { test, clock, chats, messages } = world;
  const staff = new Map<string, MatchedUser>();
  const waits = { begun: (): void => undefined };
  const posted: BytesToPost[] = [];
  const answers: number[] = [];
  const captioned: Captioned[] = [];
  const create = () =>
    createObjects({
      database: test.database.narrow<ObjectsTables>(),
      clock,
      timers: {
        every: clock.every,
        after(delayMs, task) {
          waits.begun();
          return clock.after(delayMs, task);
        },
      },
      ids: systemIds,
      bus: test.bus,
      log: test.log,
      chats,
      messages,
      captions: {
        captionFor: async (spoken) => void captioned.push(spoken),
      },
      hub: world.hub,
      users: {
        find: async (by, reference) =>
          [...staff.entries()].find(([login, user]) =>
            by === "id" ? user.id === reference : login === reference,
          )?.[1],
      },
      outside: {
        ...createGuardedPost({
          timers: clock,
          resolve: async () => [],
          allowedHosts: ["erp.test"],
        }),
        post: async (bytes) => {
          posted.push(bytes);
          const status = answers.shift() ?? 200;
          if (status === 0) throw new Error("nobody answers there");
          return { status, retryAfterMs: null };
        },
      },
      secrets: createSealedText("a key for tests"),
      embedKey: "another key for tests, 32 characters",
    });
  const objects = create();
  objects.start();
  const others: Objects[] = [];
  const http = await createTestHttp({
    clock,
    routes: objects.routes,
    authenticateKeys: objects.authenticateKeys,
    authenticate: {
      session: async () => administrator,
      bearer: async () => undefined,
    },
  });
  return {
    ...world,
    objects,
    http,
    posted,
    answers,
    captioned,
    staff(login) {
      const user = world.user(login);
      staff.set(login, user);
      return user;
    },
    dismiss: (user) => void staff.delete(user.name),
    call: (as, endpoint, input = {}) =>
      callEndpoint({ http, headers: headersOf(as) }, endpoint, input),
    whenWaiting: () =>
      new Promise((resolve) => {
        waits.begun = resolve;
      }),
    another() {
      const other = create();
      others.push(other);
      return other;
    },
    async [Symbol.asyncDispose]() {
      await http[Symbol.asyncDispose]();
      for (const one of [objects, ...others]) await one[Symbol.asyncDispose]();
      await world[Symbol.asyncDispose]();
    },
  };
}

const administrator: UserPrincipal = {
  kind: "user",
  id: "0190a000-0000-7000-8000-0000000000ad" as UserId,
  name: "Ada",
  roles: ["admin"],
  language: "en",
  sessionId: systemIds.next(),
  device: "desktop_browser",
};

function headersOf(as: Caller): Record<string, string> {
  if (as === "admin") return { ...ownPage };
  return {
    authorization:
      "token" in as
        ? `Bearer ${as.token}`
        : `Basic ${Buffer.from(`${as.key}:${as.secret}`).toString("base64")}`,
  };
}

/** A token as an application signs it; it names what differs from a good one. */
export function signed(
  { key, secret }: { readonly key: string; readonly secret: string },
  {
    audience,
    claims = {},
    at,
    lifetimeS = 300,
  }: {
    readonly audience: string;
    readonly claims?: Readonly<Record<string, string>>;
    readonly at: Date;
    readonly lifetimeS?: number;
  },
): Promise<string> {
  const issuedAtS = Math.floor(at.getTime() / 1000);
  return new SignJWT(claims)
    .setProtectedHeader({ alg: "HS256" })
    .setIssuer(key)
    .setAudience(audience)
    .setIssuedAt(issuedAtS)
    .setExpirationTime(issuedAtS + lifetimeS)
    .sign(new TextEncoder().encode(secret));
}

export const orderType: ObjectType = {
  type: "order",
  title: { ru: "Заказ", en: "Order" },
  fields: [
    {
      key: "total",
      label: { ru: "Сумма", en: "Total" },
      kind: "money",
      currency: "RUB",
    },
    {
      key: "status",
      label: { ru: "Состояние", en: "Status" },
      kind: "choice",
      choices: [
        { key: "new", label: { ru: "Новый", en: "New" } },
        { key: "paid", label: { ru: "Оплачен", en: "Paid" } },
      ],
    },
    { key: "dueOn", label: { ru: "Срок", en: "Due" }, kind: "date" },
    {
      key: "lines",
      label: { ru: "Строки", en: "Lines" },
      kind: "table",
      columns: [
        { key: "item", label: { ru: "Товар", en: "Item" }, kind: "text" },
        { key: "count", label: { ru: "Число", en: "Count" }, kind: "number" },
      ],
    },
  ],
  sections: [
    { title: null, columnCount: 2, fields: ["status", "total", "lines"] },
  ],
  isOn: true,
};
export const order42 = {
  type: "order",
  id: "42",
  title: "Order 42",
  url: "https://erp.test/orders/42",
  fields: {
    total: "1250.50",
    status: "new",
    dueOn: "2026-12-01",
    lines: [{ item: "Tea", count: 2 }],
  },
};

export interface RegisteredCaller {
  readonly id: ApplicationId;
  readonly key: string;
  readonly secret: string;
}

export async function registerApplication(
  world: Pick<ObjectsWorld, "call">,
  key: string,
): Promise<RegisteredCaller> {
  const { body } = await world.call(
    "admin",
    applicationEndpoints.createApplication,
    {
      body: {
        key,
        name: "ERP",
        origins: ["https://erp.test"],
        matchUsersBy: "login",
        webhookUrl: null,
      },
    },
  );
  return { id: body.application.id, key, secret: body.secret };
}

/** An application that keeps the order 42. */
export async function registerWithOrder(
  world: Pick<ObjectsWorld, "call">,
  key: string,
): Promise<RegisteredCaller> {
  const app = await registerApplication(world, key);
  await world.call(app, appEndpoints.putObjectType, { body: orderType });
  await world.call(app, appEndpoints.putObjects, {
    body: { objects: [order42] },
  });
  return app;
}
