import type {
  CallSeat,
  JoinId,
  MediaState,
  RequestId,
  SupervisionMode,
} from "@veche/contracts";
import type { CallSession, DeviceSource, LocalMedia } from "@veche/call-client";
import type { RealtimeClient } from "@veche/realtime-client";

/** A place in a call, named before the command that takes it. */
interface PreparedCall {
  readonly joinId: JoinId;
  readonly mediaState: MediaState;
  readonly enter: (seat: CallSeat) => void;
  readonly giveUp: () => void;
}

/** My place in a session of others. */
export interface SupervisedStay {
  readonly session: Pick<CallSession, "snapshot" | "joinId" | "mediaState">;
  readonly media: Pick<LocalMedia, "turnOn" | "turnOff">;
}

/** What a supervisor does in the sessions of others (B2, B15). */
export interface Supervision {
  /** Hears and sees a session without being heard. Rejects with the command's code. */
  readonly listen: (requestId: RequestId) => Promise<void>;
  /** Takes part in another way from now on; who is heard has their microphone on, who listens nothing. */
  readonly change: (
    stay: SupervisedStay,
    mode: SupervisionMode,
  ) => Promise<void>;
}

export function createSupervision({
  realtime,
  calls,
}: {
  readonly realtime: Pick<RealtimeClient, "send">;
  readonly calls: {
    readonly prepare: (sources: readonly DeviceSource[]) => PreparedCall;
  };
}): Supervision {
  return {
    async listen(requestId) {
      const call = calls.prepare([]);
      const { joinId, mediaState: media } = call;
      try {
        const { seat } = await realtime.send("request.supervise", {
          ...{ requestId, joinId, media, mode: "listen" },
        });
        call.enter(seat);
      } catch (failure) {
        call.giveUp();
        throw failure;
      }
    },
    async change({ session, media }, mode) {
      const { call } = session.snapshot.get();
      const requestId = call?.requestId ?? null;
      if (requestId === null) return;
      const isHeard = mode !== "listen";
      // The microphone is off before anybody else hears it, and is heard only once the server says to whom.
      if (!isHeard) media.turnOff("microphone", "camera");
      await realtime.send("request.supervise", {
        ...{ requestId, joinId: session.joinId(), mode },
        media: session.mediaState(),
      });
      if (isHeard) await media.turnOn("microphone");
    },
  };
}
