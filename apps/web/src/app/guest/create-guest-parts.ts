import {
  browserCallPlatform,
  createCallCaptions,
  createCallFloor,
  createCallInk,
  createCallSession,
  createLocalMedia,
  type LocalMedia,
} from "@veche/call-client";
import { REALTIME_PATH, type GuestStay } from "@veche/contracts";
import {
  createRealtimeClient,
  memoryOutboxPlace,
  readTimeline,
  webSocketConnect,
  type RealtimeClient,
} from "@veche/realtime-client";
import { createSeatLock } from "../../features/call/browser-seat-lock.ts";
import {
  createCallPlace,
  type CallPlace,
} from "../../features/call/call-place.ts";
import {
  createGroupCalls,
  type GroupCalls,
} from "../../features/call/group/group-calls.ts";
import {
  createCallRecordings,
  type CallRecordings,
} from "../../features/call/recording/call-recordings.ts";
import { deviceIdOf } from "../../platform/device-id.ts";
import { createRest, type Rest } from "../../platform/rest/rest-client.ts";
import { RestFailure } from "../../platform/rest/rest-failure.ts";
import type { Services } from "../../platform/services.tsx";

/** What a guest is in a conference with. */
export interface GuestParts {
  readonly realtime: RealtimeClient;
  readonly calls: CallPlace;
  readonly groupCalls: GroupCalls;
  readonly recordings: CallRecordings;
  readonly rest: Rest;
  readonly close: () => void;
}

export const openMedia = (): LocalMedia =>
  createLocalMedia({ platform: browserCallPlatform(), memory: localStorage });

// Pages without encryption have no locks, in spite of what the types promise.
const browserLocks = () => (navigator as Partial<Navigator>).locks;

function createLine(
  { powers }: Services,
  { guestToken }: GuestStay,
): { readonly realtime: RealtimeClient; readonly rest: Rest } {
  const rest = createRest({
    fetch: fetch.bind(globalThis),
    headers: () => ({ authorization: `Bearer ${guestToken}` }),
    onSignedOut: () => undefined,
  });
  const realtime = createRealtimeClient({
    connect: webSocketConnect({
      url: new URL(REALTIME_PATH, location.href).href,
      getTicket: () =>
        rest("createRealtimeTicket", {}).then(
          ({ ticket }) => ticket,
          (failure: unknown) => {
            const isOver =
              failure instanceof RestFailure &&
              failure.code.startsWith("auth.");
            if (isOver) return undefined;
            throw failure;
          },
        ),
    }),
    deviceId: deviceIdOf(powers, localStorage),
    loadPage: (request) =>
      readTimeline(request, (query) =>
        rest("getTimeline", {
          params: { conversationId: request.conversationId },
          query,
        }),
      ),
    powers,
    outbox: memoryOutboxPlace(),
  });
  return { realtime, rest };
}

/** `takeMedia` gives the devices that were tried before coming in, once; later stays open their own. */
export function createGuestParts(
  services: Services,
  stay: GuestStay,
  takeMedia: () => LocalMedia,
): GuestParts {
  const { powers } = services;
  const { realtime, rest } = createLine(services, stay);
  const platform = browserCallPlatform();
  const principalId = stay.me.id;
  const calls = createCallPlace({
    ...{ realtime, powers, principalId },
    deviceId: deviceIdOf(powers, localStorage),
    openStay: () => {
      const media = takeMedia();
      const signalling = realtime;
      const session = createCallSession({
        ...{ signalling, principalId, media, platform, powers },
      });
      const floor = createCallFloor({
        ...{ signalling, principalId, session, media, powers },
      });
      const ink = createCallInk({ signalling, principalId, session, powers });
      const captions = createCallCaptions({ signalling, session, powers });
      return { media, session, floor, ink, captions };
    },
    seatLock: createSeatLock({
      locks: browserLocks(),
      tabStorage: sessionStorage,
    }),
  });
  const groupCalls = createGroupCalls(realtime);
  const recordings = createCallRecordings({
    ...{ realtime, powers, myId: principalId },
    right: () => Promise.resolve({ mayRecord: false, isPossible: false }),
  });
  realtime.start();
  return {
    ...{ realtime, calls, groupCalls, recordings, rest },
    close: () => {
      calls.close();
      groupCalls.close();
      recordings.close();
      realtime.close();
    },
  };
}
