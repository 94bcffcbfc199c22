import type {
  ConversationId,
  ErrorCode,
  PrincipalId,
  SendCommand,
  WidgetSettings,
} from "@veche/contracts";
import {
  CommandError,
  createStore,
  type Readable,
  type ChatClient,
  type Store,
} from "@veche/realtime-client";
import type { Sounds } from "@veche/ui";
import type { FrameHost } from "../../loader/face.ts";
import { storageKeys, type StorageKeys } from "../../loader/storage-keys.ts";
import {
  widgetTranslator,
  type WidgetTranslator,
} from "../texts/translator.ts";
import { createCallSlot, type CallSlot } from "./call-slot.ts";
import { createConversing, type Conversing } from "./conversing.ts";
import { derive } from "./derive.ts";
import { createHttp, type WidgetHttp } from "./http.ts";
import { createPanel, type Panel } from "./panel.ts";
import type { WidgetPowers } from "./powers.ts";
import {
  screenOf,
  type CallOutcome,
  type Screen,
  type Seat,
  type Wish,
} from "./screen.ts";

/** Everything that lives while the widget does; components draw it and call its parts. */
export interface Widget extends Conversing {
  readonly host: FrameHost;
  readonly powers: WidgetPowers;
  readonly keys: StorageKeys;
  readonly http: WidgetHttp;
  readonly settings: Store<WidgetSettings>;
  readonly texts: Store<WidgetTranslator>;
  readonly sounds: Sounds;
  readonly panel: Panel;
  readonly wish: Store<Wish>;
  readonly client: Readable<ChatClient | null>;
  readonly send: SendCommand;
  readonly callSlot: CallSlot;
  readonly seat: Store<Seat>;
  readonly outcome: Store<CallOutcome | null>;
  readonly screen: Readable<Screen>;
  /** What went wrong last, until the visitor tries again or goes on. */
  readonly failure: Store<ErrorCode | null>;
  readonly me: () => PrincipalId | null;
  readonly conversationId: () => ConversationId | null;
  readonly serverNowMs: () => number;
}

/** Runs what the visitor asked for; a refusal becomes the failure on the screen. */
export async function attempt(
  widget: Pick<Widget, "failure">,
  act: () => Promise<unknown>,
): Promise<void> {
  widget.failure.set(null);
  try {
    await act();
  } catch (error) {
    const code = error instanceof CommandError ? error.code : "server.failed";
    widget.failure.set(code);
  }
}

export interface WidgetDeps {
  readonly host: FrameHost;
  readonly powers: WidgetPowers;
  readonly sounds: Sounds;
  readonly importCallPart: Parameters<typeof createCallSlot>[0];
}

/** Puts the parts together; nothing is asked of the server yet. */
export function createWidget(deps: WidgetDeps): Widget {
  const { host, powers, sounds } = deps;
  const keys = storageKeys(host.siteKey);
  const http = createHttp({ fetch: powers.fetch, serverUrl: host.serverUrl });
  const texts = createStore(widgetTranslator(host.language));
  const panel = createPanel(host, keys.panel);
  const wish = createStore<Wish>({ kind: panel.remembered });
  wish.subscribe(() =>
    panel.remember(wish.get().kind === "chat" ? "chat" : "home"),
  );
  const seat = createStore<Seat>({ kind: "none" });
  const outcome = createStore<CallOutcome | null>(null);
  const language = () => texts.get().language;
  const conversing = createConversing({ host, powers, keys, http, language });
  const { requests, calls, line, me } = conversing;
  const present = () =>
    screenOf({
      wish: wish.get(),
      request: requests.current.get(),
      call: calls.current.get(),
      seat: seat.get(),
      outcome: outcome.get(),
      me: me(),
    });
  return {
    ...conversing,
    host,
    powers,
    keys,
    http,
    settings: createStore(host.settings),
    texts,
    sounds,
    panel,
    wish,
    client: line.client,
    send: line.send,
    callSlot: createCallSlot(deps.importCallPart),
    seat,
    outcome,
    screen: derive(
      [wish, requests.current, calls.current, seat, outcome],
      present,
    ),
    failure: createStore<ErrorCode | null>(null),
    serverNowMs: () =>
      powers.nowMs() + (line.client.get()?.clockOffsetMs.get() ?? 0),
  };
}
