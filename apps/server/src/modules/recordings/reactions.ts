import type { CallId, RecordingId } from "@veche/contracts";
import { createThrottle } from "../../platform/throttle.ts";
import type { RecordingRecord } from "./domain/recording-record.ts";
import type { RecordingPowers } from "./recording-powers.ts";
import { recordingView } from "./recording-view.ts";
import type { RecordingsBook } from "./recordings-book.ts";
import { findRecording } from "./store/recordings.ts";
import { unsettledCalls } from "./store/tracks.ts";
import { followCall } from "./use-cases/follow-call.ts";

/** What the module does when a call, a room or a recording is another than before. */
export interface Reactions extends AsyncDisposable {
  /** After a start: takes up what the process before left unfinished. */
  takeUp(): Promise<void>;
  quiet(): Promise<void>;
}

export function react(
  powers: RecordingPowers,
  book: RecordingsBook,
): Reactions {
  const { bus, database, media } = powers;
  const calls = createThrottle<CallId>({
    ...powers,
    everyMs: 0,
    onFailure: "retry",
    flush: (callIds) => followAll(powers, callIds),
  });
  const shown = createThrottle<RecordingId>({
    ...powers,
    everyMs: 0,
    onFailure: "retry",
    flush: async (recordingIds) => {
      for (const recordingId of recordingIds) {
        const recording = await findRecording(database.db, recordingId);
        if (recording === undefined) continue;
        book.put(recording);
        calls.add(recording.callId);
        show(powers, recording);
      }
    },
  });
  const followRecorded = (callId: CallId): void => {
    if (book.isRecorded(callId)) calls.add(callId);
  };
  const feeds = new DisposableStack();
  feeds.use(
    bus.on("recording.changed", ({ recordingId }) => shown.add(recordingId)),
  );
  feeds.use(bus.on("call.changed", ({ callId }) => followRecorded(callId)));
  feeds.use(media.rooms.listen(sendersListener(followRecorded)));
  return {
    async takeUp() {
      for (const callId of await unsettledCalls(database.db)) calls.add(callId);
    },
    async quiet() {
      await shown.quiet();
      await calls.quiet();
    },
    async [Symbol.asyncDispose]() {
      feeds.dispose();
      await shown[Symbol.asyncDispose]();
      await calls[Symbol.asyncDispose]();
    },
  };
}

/** One call's failure does not keep the others waiting; all are tried again. */
async function followAll(
  powers: RecordingPowers,
  callIds: readonly CallId[],
): Promise<void> {
  const done = await Promise.allSettled(
    callIds.map((callId) => followCall(powers, callId)),
  );
  const failures = done.flatMap((one): unknown[] =>
    one.status === "rejected" ? [one.reason] : [],
  );
  if (failures.length > 0)
    throw new AggregateError(failures, "recordings could not follow calls");
}

const sendersListener = (
  follow: (callId: CallId) => void,
): Parameters<RecordingPowers["media"]["rooms"]["listen"]>[0] => ({
  offered: () => undefined,
  lost: (callIds) => {
    callIds.forEach(follow);
  },
  sendersChanged: follow,
});

const show = (
  { hub }: Pick<RecordingPowers, "hub">,
  recording: RecordingRecord,
): void => {
  hub.notify(
    recording.people.map(({ principalId }) => principalId),
    { type: "recording.changed", recording: recordingView(recording) },
  );
};
