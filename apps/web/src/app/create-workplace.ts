import {
  browserCallPlatform,
  createCallCaptions,
  createCallFloor,
  createCallInk,
  createCallSession,
  createLocalMedia,
} from "@veche/call-client";
import { REALTIME_PATH, type Language, type User } from "@veche/contracts";
import {
  browserOutboxPlace,
  createRealtimeClient,
  indexedDbCache,
  indexedDbKeptFiles,
  memoryKeptFiles,
  readTimeline,
  webSocketConnect,
  type RealtimeClient,
} from "@veche/realtime-client";
import { sourcesFor } from "../features/call/call-place-state.ts";
import {
  createSupervision,
  type Supervision,
} from "../features/supervision/create-supervision.ts";
import { createSeatLock } from "../features/call/browser-seat-lock.ts";
import {
  createCallPlace,
  type CallPlace,
} from "../features/call/call-place.ts";
import {
  createEntrance,
  type Entrance,
} from "../features/call/group/entrance.ts";
import {
  createGroupCalls,
  type GroupCalls,
} from "../features/call/group/group-calls.ts";
import {
  createCallRecordings,
  type CallRecordings,
} from "../features/call/recording/call-recordings.ts";
import { measureFile } from "../features/messenger/files/measure-file.ts";
import {
  createFiredReminders,
  type FiredReminders,
} from "../features/messenger/reminders/fired-reminders.ts";
import { UploadShelf } from "../features/messenger/files/upload-shelf.ts";
import {
  createHelpAsked,
  type HelpAsked,
} from "../features/board/help-asked.ts";
import { holdCall } from "./hold-call.ts";
import { sendFile } from "./send-file.ts";
import { createDesk, type Desk } from "../features/desk/desk.ts";
import { deviceIdOf } from "../platform/device-id.ts";
import { tabIdOf } from "../platform/tab-id.ts";
import { withDevice } from "../platform/installed-app.ts";
import type { Services } from "../platform/services.tsx";
import {
  createPresences,
  type Presences,
} from "../platform/people/presences.ts";
import { createPhotos, type Photos } from "../platform/people/photos.ts";
import { reportActivity } from "../platform/people/activity.ts";
import { onTouch } from "./on-touch.ts";
import {
  createAttention,
  type AttentionDeps,
} from "./attention/create-attention.ts";

/** What a signed-in person works with, alive until they sign out. */
export interface WorkplaceParts {
  readonly realtime: RealtimeClient;
  readonly desk: Desk;
  readonly calls: CallPlace;
  readonly groupCalls: GroupCalls;
  readonly entrance: Entrance;
  readonly recordings: CallRecordings;
  readonly uploads: UploadShelf;
  readonly presences: Presences;
  readonly photos: Photos;
  readonly reminders: FiredReminders;
  readonly help: HelpAsked;
  readonly supervision: Supervision;
  readonly close: () => void;
}

function createLine(user: User, services: Services): RealtimeClient {
  const { rest, powers } = services;
  return createRealtimeClient({
    connect: webSocketConnect({
      url: new URL(withDevice(REALTIME_PATH), location.href).href,
    }),
    deviceId: deviceIdOf(services.powers, localStorage),
    loadPage: (request) =>
      readTimeline(request, (query) =>
        rest("getTimeline", {
          params: { conversationId: request.conversationId },
          query,
        }),
      ),
    powers,
    outbox: browserOutboxPlace(user.id),
    cache: indexedDbCache(user.id, powers.nowMs),
  });
}

// Pages without encryption have no locks, in spite of what the types promise.
const browserLocks = () => (navigator as Partial<Navigator>).locks;

function createCalls(
  { id: principalId }: User,
  { powers }: Services,
  realtime: RealtimeClient,
): CallPlace {
  const platform = browserCallPlatform();
  return createCallPlace({
    realtime,
    powers,
    principalId,
    deviceId: deviceIdOf(powers, localStorage),
    openStay: () => {
      const media = createLocalMedia({ platform, memory: localStorage });
      const signalling = realtime;
      const session = createCallSession({
        signalling,
        principalId,
        media,
        platform,
        powers,
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
}

const createRecordings = (
  { id: myId }: User,
  { rest, powers }: Services,
  realtime: RealtimeClient,
): CallRecordings =>
  createCallRecordings({
    ...{ realtime, powers, myId },
    right: () => rest("getRecordingRight", {}),
  });

const createFaces = ({ rest, powers }: Services, realtime: RealtimeClient) =>
  createPhotos({
    realtime,
    powers,
    ask: async (ids) => {
      const query = { userIds: ids.join(",") };
      return (await rest("listPhotos", { query })).items;
    },
  });

function createUploads(
  { id: principalId }: User,
  { rest, powers }: Services,
  realtime: RealtimeClient,
): UploadShelf {
  const locks = browserLocks() ?? null;
  return new UploadShelf({
    powers,
    locks,
    tabId: tabIdOf(powers, sessionStorage),
    sendFile: sendFile({ rest, powers, measure: measureFile }),
    urls: URL,
    // Without locks two pages could send one file at once: each then keeps its own in memory.
    kept: locks === null ? memoryKeptFiles() : indexedDbKeptFiles(principalId),
    line: realtime.state,
    unsent: realtime.unsent,
    onDone: realtime.fileUploaded,
    onFailed: realtime.uploadFailed,
  });
}

/** Signs out when the server says that the session is over. */
function watchSession(realtime: RealtimeClient, services: Services) {
  return realtime.state.subscribe(() => {
    const state = realtime.state.get();
    if (state.kind !== "stopped") return;
    const isOver =
      state.reason === "session_ended" || state.reason === "unauthenticated";
    if (isOver) services.sessionEnded();
  });
}

/** What one chose on another device: told while the line stands, else with its next welcome. */
function followLanguage(
  realtime: RealtimeClient,
  { chooseLanguage }: Services,
): void {
  const follow = (language: Language) =>
    // Texts that cannot be fetched now are those of the next start.
    void chooseLanguage(language).catch(() => undefined);
  realtime.on("language.changed", ({ language }) => follow(language));
  realtime.state.subscribe(() => {
    const me = realtime.me.get();
    if (realtime.state.get().kind === "live" && me?.kind === "user")
      follow(me.language);
  });
}

const windowPowers = (): AttentionDeps["window"] => ({
  locks: browserLocks(),
  path: () => location.pathname,
  hasFocus: () => document.hasFocus() && document.visibilityState === "visible",
  onFocusChange: (listener) => {
    const kinds = ["focus", "blur", "pagehide", "pageshow"] as const;
    for (const kind of kinds) window.addEventListener(kind, listener);
    document.addEventListener("visibilitychange", listener);
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, listener);
      document.removeEventListener("visibilitychange", listener);
    };
  },
});

export function createWorkplace(
  user: User,
  services: Services,
): WorkplaceParts {
  const realtime = createLine(user, services);
  const calls = createCalls(user, services, realtime);
  const groupCalls = createGroupCalls(realtime);
  const entrance = createEntrance({
    ...{ realtime, calls, groupCalls },
    // Nobody pressed anything: the banner of the call stays, and with it the way in.
    onFailure: () => undefined,
  });
  const recordings = createRecordings(user, services, realtime);
  const desk = createDesk({
    realtime,
    powers: services.powers,
    operatorId: user.id,
    prepareCall: (media) => calls.prepare(sourcesFor(media)),
  });
  const presences = createPresences({ ...services, realtime });
  const photos = createFaces(services, realtime);
  const uploads = createUploads(user, services, realtime);
  const reminders = createFiredReminders(realtime);
  const help = createHelpAsked(realtime, user.id);
  const endings = [
    watchSession(realtime, services),
    createAttention({
      ...{ realtime, desk, calls, presences, help, services },
      me: user,
      window: windowPowers(),
    }),
    reportActivity({ ...services, realtime, onTouch: onTouch(window) }),
    () => uploads.close(),
    presences.close,
    photos.close,
    ...[reminders.close, help.close],
    ...[holdCall({ desk, calls }), desk.close],
    () => calls.close(),
    ...[groupCalls.close, entrance.close, recordings.close],
    // What cannot be wiped now is wiped when somebody else signs in.
    () => void realtime.forgetDevice().catch(() => undefined),
  ];
  followLanguage(realtime, services);
  realtime.start();
  return {
    ...{ realtime, desk, calls, groupCalls, entrance, recordings },
    ...{ uploads, presences, photos, reminders, help },
    supervision: createSupervision({ realtime, calls }),
    close: () => endings.forEach((end) => end()),
  };
}
