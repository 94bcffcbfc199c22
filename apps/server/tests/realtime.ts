import { createServer } from "node:http";
import { once } from "node:events";
import { WebSocket, type ClientOptions } from "ws";
import {
  PROTOCOL_VERSION,
  type Hello,
  type DeviceId,
  type ServerFrame,
} from "@veche/contracts";
import { createEventBus, type EventBus } from "../src/platform/event-bus.ts";
import { createSessionCookie } from "../src/platform/http/session-cookie.ts";
import { createOriginPolicy } from "../src/platform/http/origin-policy.ts";
import { systemIds } from "../src/platform/ids.ts";
import { createLog } from "../src/platform/log.ts";
import {
  createConnections,
  type Connections,
} from "../src/platform/realtime/connections.ts";
import {
  createRealtime,
  type Realtime,
  type RealtimeOptions,
} from "../src/platform/realtime/create-realtime.ts";
import { createTestClock, type TestClock } from "./clock.ts";
import { anna, ownPage, publicUrl, siteOrigin } from "./http.ts";
import { createLogBook, type LogBook } from "./log-book.ts";

export const testEpoch = "the-first";
export const testDeviceId = "0190a000-0000-4000-8000-0000000000d1" as DeviceId;

export interface RealtimeWorld extends AsyncDisposable {
  readonly realtime: Realtime;
  readonly connections: Connections;
  readonly bus: EventBus;
  readonly clock: TestClock;
  readonly book: LogBook;
  /** Commits messages and tells the bus, as the product does. */
  say(...params: Parameters<LogBook["write"]>): void;
  /** Opens a socket; settles when it is open, rejects with the status when the handshake is refused. */
  connect(options?: {
    readonly headers?: ClientOptions["headers"];
    readonly query?: string;
  }): Promise<TestClient>;
  /** Opens a socket and says hello. */
  greet(hello?: Partial<Hello>): Promise<TestClient>;
}

/** The socket's edge on a port of loopback, over conversations in memory and time that the test moves. */
export async function createRealtimeWorld(
  options: Partial<RealtimeOptions> = {},
): Promise<RealtimeWorld> {
  const log = createLog({ level: "silent", isPretty: false });
  const clock = createTestClock();
  const bus = createEventBus({ log });
  const book = createLogBook();
  const connections = createConnections({ log });
  const realtime = createRealtime({
    connections,
    log,
    clock,
    timers: clock,
    ids: systemIds,
    bus,
    sync: book,
    snapshots: [],
    commands: {},
    authenticate: {
      session: async (token) => (token === "anna" ? anna : undefined),
    },
    cookie: createSessionCookie(publicUrl),
    origins: createOriginPolicy({
      publicUrl,
      isSiteOrigin: async (origin) => origin === siteOrigin,
    }),
    trustedProxies: [],
    epoch: testEpoch,
    ...options,
  });
  const server = createServer();
  realtime.attach(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;

  const connect: RealtimeWorld["connect"] = async (asked = {}) => {
    const line = new WebSocket(
      `ws://127.0.0.1:${port}/realtime${asked.query ?? ""}`,
      { headers: asked.headers ?? ownPage },
    );
    const client = new TestClient(line);
    await client.opened();
    return client;
  };
  return {
    realtime,
    connections,
    bus,
    clock,
    book,
    connect,
    say(conversationId, bodies) {
      const events = book.write(conversationId, bodies);
      bus.dispatch([{ type: "timeline.appended", conversationId, events }]);
    },
    async greet(hello = {}) {
      const client = await connect();
      client.send({
        t: "hello",
        protocol: PROTOCOL_VERSION,
        deviceId: testDeviceId,
        epoch: testEpoch,
        cursors: {},
        ...hello,
      });
      return client;
    },
    async [Symbol.asyncDispose]() {
      await realtime[Symbol.asyncDispose]();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A client that keeps every frame it was sent. */
export class TestClient {
  readonly frames: ServerFrame[] = [];
  readonly line: WebSocket;
  closeCode: number | undefined;
  #changed: PromiseWithResolvers<void> = Promise.withResolvers();

  constructor(line: WebSocket) {
    this.line = line;
    line.on("message", (bytes: Buffer) => {
      // The server's frames are of the contract; a test that meets another fails on its content.
      this.frames.push(JSON.parse(bytes.toString()) as ServerFrame);
      this.#wake();
    });
    line.on("close", (code) => {
      this.closeCode = code;
      this.#wake();
    });
    line.on("error", () => undefined);
  }

  opened(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.line.once("open", resolve);
      this.line.once("unexpected-response", (_request, response) => {
        this.line.terminate();
        reject(new Error(String(response.statusCode)));
      });
      this.line.once("error", reject);
    });
  }

  send(frame: unknown): void {
    this.line.send(typeof frame === "string" ? frame : JSON.stringify(frame));
  }

  /** Settles as soon as what arrived so far makes `holds` true. */
  async until(holds: (client: this) => boolean): Promise<void> {
    while (!holds(this)) await this.#changed.promise;
  }

  async live(): Promise<void> {
    await this.until(({ frames }) => frames.some(({ t }) => t === "live"));
  }

  async closed(): Promise<number> {
    await this.until(({ closeCode }) => closeCode !== undefined);
    return this.closeCode ?? 0;
  }

  /** Positions of all events of all logs, in the order they came. */
  get seqs(): readonly number[] {
    return this.frames.flatMap((frame) =>
      frame.t === "events" ? frame.events.map(({ seq }) => seq) : [],
    );
  }

  /** The kinds of the frames; notices by their own kind. */
  get kinds(): readonly string[] {
    return this.frames.map((frame) =>
      frame.t === "notice" ? frame.notice.type : frame.t,
    );
  }

  #wake(): void {
    this.#changed.resolve();
    this.#changed = Promise.withResolvers();
  }
}
