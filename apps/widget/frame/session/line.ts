import type { DeviceId, NoticeOf, SendCommand } from "@veche/contracts";
import {
  browserOutboxPlace,
  CommandError,
  createChatClient,
  createStore,
  webSocketConnect,
  type Readable,
  type ChatClient,
} from "@veche/realtime-client";
import type { Memory } from "../../loader/face.ts";
import type { Visit, WidgetHttp } from "./http.ts";
import type { WidgetPowers } from "./powers.ts";
import type { Visits } from "./visits.ts";

export interface LineDeps {
  readonly visits: Visits;
  readonly http: WidgetHttp;
  readonly powers: WidgetPowers;
  readonly serverUrl: string;
  readonly shared: Memory;
  readonly deviceKey: string;
  readonly onRequest: (notice: NoticeOf<"my_request.changed">) => void;
  readonly onCall: (notice: NoticeOf<"call.changed">) => void;
  readonly onRecording: (notice: NoticeOf<"recording.changed">) => void;
  readonly onTyping: (notice: NoticeOf<"typing.shown">) => void;
  /** The line was cut and is being resumed; then it is whole again. */
  readonly onResuming: () => void;
  readonly onLive: () => void;
  /** Another person speaks from now on. */
  readonly onPerson: (visit: Visit) => void;
}

export interface WidgetLine {
  /** Null before the visit began. */
  readonly client: Readable<ChatClient | null>;
  /** Begins the visit if need be. */
  readonly connected: () => Promise<ChatClient>;
  readonly send: SendCommand;
  readonly close: () => void;
}

/** The visitor's line to the server: one client for one person, replaced when another signs in. */
export class LineOfVisitor implements WidgetLine {
  readonly client = createStore<ChatClient | null>(null);
  readonly #deps: LineDeps;
  #token: string | null = null;
  #wasLive = false;

  constructor(deps: LineDeps) {
    this.#deps = deps;
    deps.visits.state.subscribe(() => {
      const state = deps.visits.state.get();
      if (state.kind === "ready" && state.visit.visitorToken !== this.#token)
        this.#follow(state.visit);
    });
  }

  readonly connected = async (): Promise<ChatClient> => {
    await this.#deps.visits.begin();
    const present = this.client.get();
    if (present === null)
      throw new CommandError({ code: "auth.session_ended" });
    return present;
  };

  readonly send: SendCommand = async (name, params) =>
    (await this.connected()).send(name, params);

  readonly close = (): void => {
    const old = this.client.get();
    this.#token = null;
    this.client.set(null);
    old?.close();
  };

  #follow(visit: Visit): void {
    this.close();
    this.#token = visit.visitorToken;
    this.#deps.onPerson(visit);
    const client = this.#open(visit);
    client.on("my_request.changed", this.#deps.onRequest);
    client.on("call.changed", this.#deps.onCall);
    client.on("recording.changed", this.#deps.onRecording);
    client.on("typing.shown", this.#deps.onTyping);
    client.state.subscribe(() => this.#moved(client));
    this.client.set(client);
    client.start();
  }

  #open({ visitorToken, me }: Visit): ChatClient {
    const { serverUrl, http, powers } = this.#deps;
    return createChatClient({
      connect: webSocketConnect({
        url: `${serverUrl}realtime`,
        getTicket: () =>
          http.createTicket(visitorToken).catch((error: unknown) => {
            const isRefused =
              error instanceof CommandError && error.code.startsWith("auth.");
            if (isRefused) return undefined;
            throw error;
          }),
      }),
      deviceId: this.#deviceId(),
      loadPage: (page) => http.loadPage(visitorToken, page),
      powers,
      outbox: browserOutboxPlace(me.id),
    });
  }

  #moved(client: ChatClient): void {
    if (this.client.get() !== client) return;
    const { kind } = client.state.get();
    if (kind === "syncing") this.#deps.onResuming();
    if (kind === "live") {
      this.#wasLive = true;
      this.#deps.onLive();
    }
    if (kind === "stopped") this.#lose();
  }

  /** The server no longer takes the token. Whoever was connected goes on as a new visitor, once. */
  #lose(): void {
    const { visits } = this.#deps;
    this.close();
    visits.forget();
    // What fails here shows when the visitor writes.
    if (this.#wasLive) visits.begin().catch(() => undefined);
    this.#wasLive = false;
  }

  #deviceId(): DeviceId {
    const { shared, deviceKey, powers } = this.#deps;
    const kept = shared.read(deviceKey);
    // Only the lines below write it.
    if (kept !== null) return kept as DeviceId;
    const made = powers.newId<DeviceId>();
    shared.write(deviceKey, made);
    return made;
  }
}
