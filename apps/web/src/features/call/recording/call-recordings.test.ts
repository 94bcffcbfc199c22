import type {
  CallId,
  Notice,
  PrincipalId,
  Recording,
  RecordingId,
} from "@veche/contracts";
import { createStore, type LineState } from "@veche/realtime-client";
import { expect, it } from "vitest";
import { createCallRecordings } from "./call-recordings.ts";

const callId = "call" as CallId;
const me = "me" as PrincipalId;

const recordingOf = (change: Partial<Recording> = {}): Recording => ({
  id: "recording" as RecordingId,
  callId,
  conversationId: "conversation" as Recording["conversationId"],
  purposes: ["minutes", "training"],
  state: "recording",
  startedBy: "anna" as PrincipalId,
  startedByName: "Anna",
  startedAt: "2026-01-01T10:00:00.000Z",
  endedAt: null,
  endReason: null,
  people: [],
  revision: 1,
  ...change,
});

/** A window's line, on which the test speaks for the server. */
function openTestLine() {
  const state = createStore<LineState>({ kind: "connecting" });
  const listeners: ((notice: Notice) => void)[] = [];
  const recordings = createCallRecordings({
    realtime: {
      state,
      on: (_, listener) => {
        // The test tells of recordings only.
        listeners.push(listener as (notice: Notice) => void);
        return () => undefined;
      },
      send: () => Promise.reject(new Error("nothing is sent here")),
    },
    powers: { newId: <Id>() => "new" as Id },
    myId: me,
    right: () => Promise.resolve({ mayRecord: false, isPossible: false }),
  });
  return {
    tell: (change: Partial<Recording>) => {
      for (const hear of listeners)
        hear({ type: "recording.changed", recording: recordingOf(change) });
    },
    // The rest of the state is not looked at.
    become: (kind: "connecting" | "live") => state.set({ kind }),
    shown: () => recordings.going.get().get(callId),
  };
}

it("shows what goes on until it ends; an older view arriving late is dropped", () => {
  const { tell, shown } = openTestLine();
  tell({ revision: 2 });
  tell({ revision: 1, startedByName: "Nobody" });
  expect(shown()).toMatchObject({ revision: 2, startedByName: "Anna" });
  tell({ revision: 3, state: "ended" });
  expect(shown()).toBeUndefined();
});

it("keeps the lamp lit while the line is cut, and puts it out if the recording ended meanwhile", () => {
  const { tell, become, shown } = openTestLine();
  tell({});
  become("live");
  become("connecting");
  expect(shown()).toBeDefined();
  tell({});
  become("live");
  expect(shown()).toBeDefined();
  become("connecting");
  become("live");
  expect(shown()).toBeUndefined();
});
