import type { CommandHandlers } from "../../../platform/realtime/command.ts";
import { AppError } from "../../../platform/app-error.ts";
import type { CallPowers } from "../powers.ts";
import { openCallOf } from "../store/calls.ts";
import { declineCall, hangUpCall } from "../use-cases/leave-call.ts";
import { prepareCall } from "../use-cases/prepare-call.ts";
import { createSignalRelay } from "../use-cases/relay-signal.ts";
import { reportQuality } from "../use-cases/report-quality.ts";
import { startCall } from "../use-cases/start-call.ts";
import { takeSeat } from "../use-cases/take-seat.ts";
import { setSeatLink, setSeatMedia } from "../use-cases/update-seat.ts";

/** The socket's commands that begin with `call.`. */
export function callCommands(powers: CallPowers): CommandHandlers {
  const relaySignal = createSignalRelay(powers);
  return {
    "call.start": (context, params) => startCall(powers, context, params),
    "call.join": (context, params) => takeSeat(powers, context, params),
    "call.decline": async (context, { callId }) => {
      await declineCall(powers, context, callId);
      return {};
    },
    "call.end": async (context, { callId }) => {
      await hangUpCall(powers, context, callId);
      return {};
    },
    "call.signal": async (context, params) => {
      await relaySignal(context, params);
      return {};
    },
    "call.prepare": async (context, params) => {
      await prepareCall(powers, context, params);
      return {};
    },
    "call.set_media": async (context, { mediaState: media, ...seat }) => {
      await setSeatMedia(powers, context, { ...seat, media });
      return {};
    },
    "call.set_connection": async (context, params) => {
      await setSeatLink(powers, context, params);
      return {};
    },
    "call.report_quality": async (context, params) => {
      await reportQuality(powers, context, params);
      return {};
    },
    "call.renew_ice": async ({ principal }, { callId }) => {
      const call = await openCallOf(powers.database.db, principal.id);
      if (call?.id !== callId) throw new AppError("call.ended");
      return powers.media.iceConfiguration(principal.id);
    },
  };
}
