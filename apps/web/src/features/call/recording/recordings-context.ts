import type { CallId, Recording } from "@veche/contracts";
import { createContext, use } from "react";
import { useStore } from "../../../platform/store/use-store.ts";
import type { CallRecordings } from "./call-recordings.ts";

const RecordingsContext = createContext<CallRecordings | undefined>(undefined);

export const CallRecordingsProvider = RecordingsContext.Provider;

/** What the screens of a call know and do about its recording. */
export function useCallRecordings(): CallRecordings {
  const recordings = use(RecordingsContext);
  if (recordings === undefined)
    throw new Error("useCallRecordings is used outside its provider");
  return recordings;
}

/** The recording of this call that goes on now. */
export function useRecordingOf(
  callId: CallId | undefined,
): Recording | undefined {
  const going = useStore(useCallRecordings().going);
  return callId === undefined ? undefined : going.get(callId);
}
