import { randomUUID } from "node:crypto";
import {
  conversationEndpoints,
  type DeviceId,
  type Endpoint,
  type Notice,
  type NoticeOf,
  type NoticeType,
} from "@veche/contracts";
import {
  createRealtimeClient,
  endOfLogWalk,
  memoryOutboxPlace,
  readTimeline,
  type RealtimeClient,
} from "@veche/realtime-client";
import type { Static } from "typebox";
import { waitUntil } from "../wait-until.ts";
import { callEndpoint, type ApiInput } from "./api.ts";
import { nodePowers } from "./node-powers.ts";
import { socketConnect } from "./socket-connect.ts";

export interface PersonOptions {
  /** Where REST goes. */
  readonly baseUrl: string;
  /** Where the socket goes, if elsewhere: a fault proxy. */
  readonly socketUrl?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly getTicket?: () => Promise<string | undefined>;
  readonly deviceId?: DeviceId;
}

/** Somebody with a line to the server, speaking the product's own client code. */
export interface Person extends Disposable {
  readonly line: RealtimeClient;
  readonly deviceId: DeviceId;
  readonly headers: Readonly<Record<string, string>>;
  /** Calls an endpoint as this person; rejects with `ApiRefusal`. */
  readonly call: <const E extends Endpoint>(
    endpoint: E,
    input?: ApiInput<E>,
  ) => Promise<Static<E["response"]>>;
  /** Every notice so far, in order. */
  readonly notices: readonly Notice[];
  /** The newest notice of a kind that fits, seen already or yet to come. */
  readonly notice: <Kind extends NoticeType>(
    kind: Kind,
    fits?: (notice: NoticeOf<Kind>) => boolean,
  ) => Promise<NoticeOf<Kind>>;
  /** Settles when the line is live. */
  readonly live: () => Promise<void>;
}

export function createPerson({
  baseUrl,
  socketUrl,
  headers,
  getTicket,
  deviceId,
}: PersonOptions): Person {
  const ownDeviceId = deviceId ?? (randomUUID() as unknown as DeviceId);
  const notices: Notice[] = [];
  const call: Person["call"] = async (endpoint, input) =>
    (await callEndpoint({ baseUrl, headers }, endpoint, input)).body;
  const line = createRealtimeClient({
    connect: socketConnect({
      baseUrl: socketUrl ?? baseUrl,
      headers,
      ...(getTicket === undefined ? {} : { getTicket }),
    }),
    deviceId: ownDeviceId,
    powers: nodePowers,
    outbox: memoryOutboxPlace(),
    // Whoever judges what a device holds scrolls to the beginning and expects all of it in view.
    abilities: { createWalk: () => endOfLogWalk },
    loadPage: (request) =>
      readTimeline(request, (query) =>
        call(conversationEndpoints.getTimeline, {
          params: { conversationId: request.conversationId },
          query,
        }),
      ),
  });
  line.onNotice((notice) => notices.push(notice));
  return {
    line,
    deviceId: ownDeviceId,
    headers,
    call,
    notices,
    notice: <Kind extends NoticeType>(
      kind: Kind,
      fits: (notice: NoticeOf<Kind>) => boolean = () => true,
    ) =>
      waitUntil(`a notice ${kind}`, () =>
        notices.findLast(
          (one): one is NoticeOf<Kind> =>
            one.type === kind && fits(one as NoticeOf<Kind>),
        ),
      ),
    live: async () => {
      await waitUntil(
        "the line to be live",
        () => line.state.get().kind === "live",
        { everyMs: 5 },
      );
    },
    [Symbol.dispose]: () => line.close(),
  };
}
