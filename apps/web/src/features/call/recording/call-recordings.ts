import {
  CONSENT_TEXT_VERSION,
  type CallId,
  type ClientId,
  type PrincipalId,
  type Recording,
  type RecordingPurpose,
} from "@veche/contracts";
import {
  createStore,
  type Powers,
  type Readable,
  type RealtimeClient,
} from "@veche/realtime-client";

/** What a role and the server allow of recording. */
interface RecordingRight {
  readonly mayRecord: boolean;
  readonly isPossible: boolean;
}

/** Recordings of the calls one is in: who records, and what one says to it. The commands reject with their codes. */
export interface CallRecordings {
  readonly myId: PrincipalId;
  /** Those that go on now. */
  readonly going: Readable<ReadonlyMap<CallId, Recording>>;
  readonly right: () => Promise<RecordingRight>;
  readonly start: (
    callId: CallId,
    purposes: readonly RecordingPurpose[],
  ) => Promise<void>;
  readonly stop: (recording: Recording) => Promise<void>;
  /** Agrees to these purposes and to no other; none of them withdraws the consent. */
  readonly consent: (
    recording: Recording,
    purposes: readonly RecordingPurpose[],
  ) => Promise<void>;
  readonly close: () => void;
}

export interface CallRecordingsDeps {
  readonly realtime: Pick<RealtimeClient, "on" | "send" | "state">;
  readonly powers: Pick<Powers, "newId">;
  readonly myId: PrincipalId;
  readonly right: CallRecordings["right"];
}

type Going = ReadonlyMap<CallId, Recording>;

function withNews(going: Going, news: Recording): Going {
  const known = going.get(news.callId);
  const isSame = known?.id === news.id;
  if (isSame && known.revision > news.revision) return going;
  const next = new Map(going);
  if (news.state === "recording") next.set(news.callId, news);
  else if (isSame) next.delete(news.callId);
  return next;
}

/** Whatever goes on is told anew with every line; what is not told by then ended while the line was cut. */
function keepToLine(
  line: Pick<RealtimeClient, "on" | "state">,
  going: ReturnType<typeof createStore<Going>>,
): readonly (() => void)[] {
  const told = new Set<Recording["id"]>();
  return [
    line.on("recording.changed", ({ recording }) => {
      told.add(recording.id);
      going.set(withNews(going.get(), recording));
    }),
    line.state.subscribe(() => {
      const { kind } = line.state.get();
      if (kind === "connecting") told.clear();
      if (kind !== "live") return;
      const still = [...going.get()].filter(([, { id }]) => told.has(id));
      if (still.length < going.get().size) going.set(new Map(still));
    }),
  ];
}

export function createCallRecordings({
  realtime,
  powers,
  myId,
  right,
}: CallRecordingsDeps): CallRecordings {
  const going = createStore<Going>(new Map());
  const endings = keepToLine(realtime, going);
  const hear = (recording: Recording) =>
    going.set(withNews(going.get(), recording));
  return {
    ...{ myId, going, right },
    start: async (callId, purposes) =>
      hear(
        await realtime.send("recording.start", {
          ...{ callId, purposes: [...purposes] },
          clientId: powers.newId<ClientId>(),
        }),
      ),
    stop: async ({ id: recordingId }) =>
      hear(await realtime.send("recording.stop", { recordingId })),
    consent: async ({ id: recordingId }, purposes) =>
      hear(
        await realtime.send("recording.consent", {
          ...{ recordingId, purposes: [...purposes] },
          textVersion: CONSENT_TEXT_VERSION,
        }),
      ),
    close: () => {
      for (const end of endings) end();
    },
  };
}
