import {
  browserCallPlatform,
  createCallSession,
  createLocalMedia,
} from "@veche/call-client";
import { REALTIME_PATH, type DeviceId, type User } from "@veche/contracts";
import {
  browserOutboxPlace,
  createRealtimeClient,
  createTabLeader,
  webSocketConnect,
  type RealtimeClient,
  type TabLeader,
} from "@veche/realtime-client";
import { createSeatLock } from "../features/call/browser-seat-lock.ts";
import {
  createCallPlace,
  type CallPlace,
} from "../features/call/call-place.ts";
import { createDesk, type Desk } from "../features/desk/desk.ts";
import type { Services } from "../platform/services.tsx";
import { soundOut } from "./sound-out.ts";

/** What a signed-in person works with, alive until they sign out. */
export interface WorkplaceParts {
  readonly realtime: RealtimeClient;
  readonly desk: Desk;
  readonly calls: CallPlace;
  readonly leader: TabLeader;
  readonly close: () => void;
}

const deviceKey = "veche.device";

function deviceIdOf({ powers }: Services): DeviceId {
  const kept = localStorage.getItem(deviceKey);
  // What stands there was made by the line below, on an earlier visit.
  const deviceId =
    kept === null ? powers.newId<DeviceId>() : (kept as DeviceId);
  localStorage.setItem(deviceKey, deviceId);
  return deviceId;
}

export function createWorkplace(
  user: User,
  services: Services,
): WorkplaceParts {
  const { rest, powers } = services;
  const realtime = createRealtimeClient({
    connect: webSocketConnect({
      url: new URL(REALTIME_PATH, location.href).href,
    }),
    deviceId: deviceIdOf(services),
    loadPage: ({ conversationId, beforeSeq, limit }) =>
      rest("getTimeline", {
        params: { conversationId },
        query: { beforeSeq, limit },
      }),
    powers,
    outbox: browserOutboxPlace(user.id),
  });
  const platform = browserCallPlatform();
  const openStay = () => {
    const media = createLocalMedia({ platform, memory: localStorage });
    return {
      media,
      session: createCallSession({
        signalling: realtime,
        principalId: user.id,
        media,
        platform,
        powers,
      }),
    };
  };
  const calls = createCallPlace({
    realtime,
    powers,
    principalId: user.id,
    openStay,
    // The page may be open without encryption, where the browser has no locks in spite of its types.
    seatLock: createSeatLock({
      locks: (navigator as Partial<Navigator>).locks,
      tabStorage: sessionStorage,
    }),
  });
  const desk = createDesk({
    realtime,
    powers,
    operatorId: user.id,
    prepareCall: (media) => calls.prepare(media),
  });
  const leader = createTabLeader(`veche-desk-${user.id}`);
  const silence = soundOut({ desk, calls, leader, sounds: services.sounds });
  const stopWatching = realtime.state.subscribe(() => {
    const state = realtime.state.get();
    const isOut =
      state.kind === "stopped" &&
      (state.reason === "session_ended" || state.reason === "unauthenticated");
    if (isOut) services.sessionEnded();
  });
  realtime.start();
  return {
    realtime,
    desk,
    calls,
    leader,
    close: () => {
      stopWatching();
      silence();
      desk.close();
      calls.close();
      leader.resign();
      realtime.close();
    },
  };
}
