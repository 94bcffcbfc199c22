import type {
  ConversationId,
  Language,
  PrincipalId,
  Recording,
  SendCommand,
} from "@veche/contracts";
import { createStore, type Readable } from "@veche/realtime-client";
import type { FrameHost } from "../../loader/face.ts";
import type { StorageKeys } from "../../loader/storage-keys.ts";
import { createCallList, type CallList } from "./call-list.ts";
import type { WidgetHttp } from "./http.ts";
import { LineOfVisitor, type WidgetLine } from "./line.ts";
import type { WidgetPowers } from "./powers.ts";
import { RequestsOfCustomer, type Requests } from "./requests.ts";
import { createTyping, type Typing } from "./typing.ts";
import { VisitsOfPage, type Visits } from "./visits.ts";

/** Who the visitor is to the server, and what goes on between them. */
export interface Conversing {
  readonly visits: Visits;
  readonly line: WidgetLine;
  readonly requests: Requests;
  readonly calls: CallList;
  /** The recording that was told of last; the call part shows it while it goes on. */
  readonly recording: Readable<Recording | null>;
  readonly typing: Typing;
  readonly me: () => PrincipalId | null;
  readonly conversationId: () => ConversationId | null;
}

export interface ConversingDeps {
  readonly host: FrameHost;
  readonly powers: WidgetPowers;
  readonly keys: StorageKeys;
  readonly http: WidgetHttp;
  readonly language: () => Language;
}

function createVisits({
  host,
  powers,
  keys,
  http,
  language,
}: ConversingDeps): Visits {
  return new VisitsOfPage({
    startVisit: http.startVisit,
    siteKey: host.siteKey,
    tokenKey: keys.visitor,
    shared: host.shared,
    language,
    page: powers.page,
    alone: (task) => powers.alone(`${keys.visitor}:begin`, task),
  });
}

/** Ties visit, line, requests and calls: each knows only what it is handed. */
export function createConversing(deps: ConversingDeps): Conversing {
  const { host, powers, keys, http } = deps;
  const visits = createVisits(deps);
  const visit = () => {
    const state = visits.state.get();
    return state.kind === "ready" ? state.visit : null;
  };
  const me = () => visit()?.me.id ?? null;
  const calls = createCallList(me);
  const recording = createStore<Recording | null>(null);
  // The line is made below of parts that send through it.
  const send: SendCommand = (name, params) => line.send(name, params);
  const requests = new RequestsOfCustomer({
    ...{ send, askedKey: keys.asked },
    ...{ shared: host.shared, queue: host.queue, emit: host.emit },
    newId: powers.newId,
    page: powers.page,
  });
  const typing = createTyping(powers, (conversationId) => {
    // Nobody needs to know that a hint was lost.
    send("typing.show", { conversationId }).catch(() => undefined);
  });
  const line: WidgetLine = new LineOfVisitor({
    visits,
    http,
    powers,
    serverUrl: host.serverUrl,
    shared: host.shared,
    deviceKey: keys.device,
    onRequest: requests.changed,
    onCall: ({ call }) => calls.changed(call),
    onRecording: (notice) => recording.set(notice.recording),
    onTyping: typing.shown,
    onResuming() {
      calls.doubt();
      recording.set(null);
    },
    onLive() {
      calls.settle();
      if (calls.current.get() === null) host.tab.remove(keys.call);
      // Tried again at the next `live`; what fails for good shows when the visitor writes.
      requests.resume().catch(() => undefined);
    },
    onPerson({ request }) {
      calls.clear();
      requests.take(request);
    },
  });
  const whose = { me, conversationId: () => visit()?.conversationId ?? null };
  return { visits, line, requests, calls, recording, typing, ...whose };
}
