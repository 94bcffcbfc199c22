import type { CommandHandlers } from "../../../platform/realtime/command.ts";
import { AppError } from "../../../platform/app-error.ts";
import type { CallPowers } from "../powers.ts";
import { openCallOf } from "../store/calls.ts";
import type { Probes } from "./probes.ts";
import type { Reactions } from "../reactions.ts";
import { declineCall, hangUpCall, leaveCall } from "../use-cases/leave-call.ts";
import { floorCommands } from "./floor-commands.ts";
import { shownFloor } from "./project-floors.ts";
import { followInRoom } from "./project-calls.ts";
import { placeInRoom } from "../use-cases/negotiate-room.ts";
import { invitePeople } from "../use-cases/invite-people.ts";
import { prepareCall } from "../use-cases/prepare-call.ts";
import { createSignalRelay } from "../use-cases/relay-signal.ts";
import { reportQuality } from "../use-cases/report-quality.ts";
import { startCall } from "../use-cases/start-call.ts";
import { takeSeat } from "../use-cases/take-seat.ts";
import { setSeatLink, setSeatMedia } from "../use-cases/update-seat.ts";

/** The socket's commands that begin with `call.`. */
export function callCommands(
  powers: CallPowers,
  { qualities, probes }: Pick<Reactions, "probes" | "qualities">,
): CommandHandlers {
  const relaySignal = createSignalRelay(powers);
  return {
    ...seatCommands(powers),
    "call.invite": (context, params) => invitePeople(powers, context, params),
    "call.decline": async (context, { callId }) => {
      await declineCall(powers, context, callId);
      return {};
    },
    "call.end": async (context, { callId }) => {
      await hangUpCall(powers, context, callId);
      return {};
    },
    "call.leave": async (context, { callId }) => {
      await leaveCall(powers, context, callId);
      return {};
    },
    ...roomCommands({ ...powers, probes }),
    ...probeCommands(probes),
    ...floorCommands(powers),
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
      await reportQuality({ ...powers, qualities }, context, params);
      return {};
    },
    "call.renew_ice": async ({ principal }, { callId }) => {
      const call = await openCallOf(powers.database.db, principal.id);
      if (call?.id !== callId) throw new AppError("call.ended");
      return powers.media.iceConfiguration(principal.id);
    },
  };
}

const probeCommands = (
  probes: Probes,
): Pick<CommandHandlers, "probe.open" | "probe.close"> => ({
  "probe.open": async (context) => probes.open(context),
  "probe.close": async (context, { callId }) => {
    probes.close(context, callId);
    return {};
  },
});

/** Whoever sits down is told of the order there. */
const seatCommands = (
  powers: CallPowers,
): Pick<CommandHandlers, "call.start" | "call.join"> => ({
  "call.start": async (context, params) =>
    shownFloor(powers, context, await startCall(powers, context, params)),
  "call.join": async (context, params) =>
    shownFloor(powers, context, await takeSeat(powers, context, params)),
});

/** What a participant and the media server say to each other, through us. */
const roomCommands = (
  powers: CallPowers & { readonly probes: Probes },
): Pick<
  CommandHandlers,
  "call.look" | "call.publish" | "call.receive" | "call.trickle"
> => {
  const { rooms } = powers.media;
  return {
    "call.publish": async (context, { sdp, lines, ...params }) => {
      const place = await placeInRoom(powers, context, params);
      const answer = await rooms.publish(place, { sdp, lines });
      // A room that opened with it learns who may hear whom before anything comes.
      const call = powers.book.get(place.callId);
      if (call !== undefined) followInRoom(powers, call);
      return { sdp: answer };
    },
    "call.look": async (context, { look, ...params }) => {
      rooms.look(await placeInRoom(powers, context, params), look);
      return {};
    },
    "call.receive": async (context, { sdp, ...params }) => {
      await rooms.receive(await placeInRoom(powers, context, params), sdp);
      return {};
    },
    "call.trickle": async (context, { connection, candidate, ...params }) => {
      const place = await placeInRoom(powers, context, params);
      await rooms.trickle(place, { connection, candidate });
      return {};
    },
  };
};
