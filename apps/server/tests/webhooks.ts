import type {
  DomainEvent,
  DurableEvent,
  Endpoint,
  EndpointPart,
  Language,
  Role,
  WebhookEndpointId,
  WebhookEventType,
  WebhookMessage,
} from "@veche/contracts";
import { webhookEndpoints } from "@veche/contracts";
import {
  createWebhooks,
  type Webhooks,
  type WebhooksTables,
} from "../src/modules/webhooks/index.ts";
import { serverActor } from "../src/platform/db/database.ts";
import type { OutboxTables } from "../src/platform/db/outbox.ts";
import {
  createGuardedPost,
  type BytesToPost,
  type PostAnswer,
} from "../src/platform/guarded-fetch/guarded-post.ts";
import { systemIds } from "../src/platform/ids.ts";
import { createSealedText } from "../src/platform/sealed-text.ts";
import { systemTimers } from "../src/platform/timers.ts";
import { callEndpoint, type Answer, type Input } from "./call-endpoint.ts";
import { createTestClock, type TestClock } from "./clock.ts";
import { createTestDatabase } from "./database.ts";
import { anna, createTestHttp, ownPage } from "./http.ts";

export const crm = "https://crm.example.com/veche";
/** Machines of this one, which an administrator named. */
const innerHost = "127.0.0.1";

interface Letter {
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
}

/** Undefined: nobody answers there. */
type Saying = (request: BytesToPost) => Promise<PostAnswer | undefined>;

/** A server whose administrator may do everything, and systems outside that answer as a test says. */
export interface WebhooksWorld extends AsyncDisposable {
  readonly webhooks: Webhooks;
  readonly clock: TestClock;
  readonly test: TestDatabase;
  /** Everything that was posted to addresses outside, in order. */
  readonly posted: BytesToPost[];
  /** How an address outside answers from now on; 200 without it. */
  answer(url: string, saying: Saying): void;
  readonly letters: readonly Letter[];
  call<E extends Endpoint>(
    endpoint: E,
    input?: Input<E>,
  ): Promise<Answer<EndpointPart<E, "response">>>;
  add(
    url?: string,
    eventTypes?: WebhookEventType[],
  ): Promise<{ readonly id: WebhookEndpointId; readonly secret: string }>;
  /** Facts of one commit. */
  say(...facts: readonly (DomainEvent & DurableEvent)[]): Promise<void>;
  log(id: WebhookEndpointId): Promise<readonly WebhookMessage[]>;
  /** Another process over the same database. */
  another(): Webhooks;
}

type TestDatabase = Awaited<
  ReturnType<typeof createTestDatabase<WebhooksTables & OutboxTables>>
>;

/** The way out: this machine by real requests, anywhere else as the test says. */
function wayOut(posted: BytesToPost[], answers: ReadonlyMap<string, Saying>) {
  const real = createGuardedPost({
    timers: systemTimers,
    resolve: async () => [],
    allowedHosts: [innerHost],
  });
  return {
    isAllowed: real.isAllowed,
    async post(request: BytesToPost): Promise<PostAnswer> {
      if (URL.parse(request.url)?.hostname === innerHost)
        return real.post(request);
      posted.push(request);
      const saying = answers.get(request.url);
      if (saying === undefined) return { status: 200, retryAfterMs: null };
      const answer = await saying(request);
      if (answer === undefined) throw new Error("nobody answers there");
      return answer;
    },
  };
}

export async function openWebhooks(
  roles: readonly Role[] = ["admin"],
): Promise<WebhooksWorld> {
  const test = await createTestDatabase<WebhooksTables & OutboxTables>();
  const clock = createTestClock();
  const posted: BytesToPost[] = [];
  const answers = new Map<string, Saying>();
  const letters: Letter[] = [];
  const create = (): Webhooks =>
    createWebhooks({
      ...{ database: test.database, log: test.log, clock },
      ...{ timers: systemTimers, ids: systemIds },
      outside: wayOut(posted, answers),
      secrets: createSealedText("a key for tests"),
      publicUrl: "https://veche.test",
      letters: {
        tell: async (_, write) => {
          for (const language of ["ru", "en"] as const)
            letters.push({ language, ...write(language) });
        },
      },
    });
  const webhooks = create();
  const others: Webhooks[] = [];
  const http = await createTestHttp({
    clock,
    routes: webhooks.routes,
    authenticate: {
      session: async () => ({ ...anna, roles }),
      bearer: async () => undefined,
    },
  });
  const ask = <E extends Endpoint>(endpoint: E, input: Input<E> = {}) =>
    callEndpoint({ http, headers: { ...ownPage } }, endpoint, input);
  return {
    ...{ webhooks, clock, test, posted, letters, call: ask },
    answer: (url, saying) => void answers.set(url, saying),
    async add(url = crm, eventTypes = []) {
      const { body } = await ask(webhookEndpoints.createWebhookEndpoint, {
        body: { url, description: "CRM", eventTypes },
      });
      return { id: body.endpoint.id, secret: body.secret };
    },
    say: (...facts) =>
      test.database.transact(serverActor, async ({ happened }) => {
        for (const fact of facts) happened(fact);
      }),
    log: async (endpointId) =>
      (
        await ask(webhookEndpoints.listWebhookMessages, {
          params: { endpointId },
        })
      ).body.items,
    another() {
      const other = create();
      others.push(other);
      return other;
    },
    async [Symbol.asyncDispose]() {
      await http[Symbol.asyncDispose]();
      for (const one of [webhooks, ...others]) await one[Symbol.asyncDispose]();
      await test[Symbol.asyncDispose]();
    },
  };
}
