import {
  PROBE_LIFETIME_MS,
  type CallId,
  type CommandResult,
  type JoinId,
  type RoomId,
} from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { CommandContext } from "../../../platform/realtime/command.ts";
import type { CallPowers } from "../powers.ts";

interface Probe {
  readonly connectionId: string;
  readonly roomId: RoomId | null;
  readonly joinIds: Set<JoinId>;
  readonly end: Disposable;
}

interface ProbePlace {
  readonly callId: CallId;
  readonly joinId: JoinId;
  readonly roomId: RoomId;
}

/** Rooms in which people try their line before a call. They live in this process only: losing one is trying again. */
export interface Probes extends Disposable {
  open(context: CommandContext): CommandResult<"probe.open">;
  close(context: CommandContext, callId: CallId): void;
  /** The place, if it is in a probe of this very socket. */
  placeIn(context: CommandContext, place: ProbePlace): ProbePlace | undefined;
  /** Who tries their line there. */
  connectionOf(callId: CallId): string | undefined;
  /** Its media server died, or the socket closed. */
  drop(
    probe: { readonly callId: CallId } | { readonly connectionId: string },
  ): void;
}

/** Together they may not take the media server from those who talk. */
const mostAtOnce = 8;
/** I and my own spectator. */
const seats = 2;

export function createProbes({
  ids,
  media,
  timers,
}: Pick<CallPowers, "ids" | "media" | "timers">): Probes {
  const probes = new Map<CallId, Probe>();
  const end = (callId: CallId): void => {
    probes.get(callId)?.end[Symbol.dispose]();
    if (probes.delete(callId)) media.rooms.close(callId);
  };
  const drop: Probes["drop"] = (whose) => {
    if ("callId" in whose) end(whose.callId);
    else
      for (const [callId, { connectionId }] of probes)
        if (connectionId === whose.connectionId) end(callId);
  };
  return {
    open({ principal, connectionId }) {
      if (principal.kind !== "user") throw new AppError("auth.forbidden");
      drop({ connectionId });
      if (probes.size >= mostAtOnce) throw new AppError("request.rate_limited");
      const callId = ids.next<CallId>();
      const roomId = media.serverStatus() === "up" ? ids.next<RoomId>() : null;
      probes.set(callId, {
        connectionId,
        roomId,
        joinIds: new Set(),
        end: timers.after(PROBE_LIFETIME_MS, () => end(callId)),
      });
      return { callId, roomId, ice: media.iceConfiguration(principal.id) };
    },
    close({ connectionId }, callId) {
      if (probes.get(callId)?.connectionId === connectionId) end(callId);
    },
    placeIn({ connectionId }, { callId, joinId, roomId }) {
      const probe = probes.get(callId);
      if (probe?.connectionId !== connectionId || probe.roomId !== roomId)
        return undefined;
      if (probe.joinIds.size >= seats && !probe.joinIds.has(joinId))
        return undefined;
      probe.joinIds.add(joinId);
      return { callId, joinId, roomId };
    },
    connectionOf: (callId) => probes.get(callId)?.connectionId,
    drop,
    [Symbol.dispose]() {
      for (const callId of probes.keys()) end(callId);
    },
  };
}
