import { callRecordEndpoints, type FlightRecord } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { route, type Route } from "../../../platform/http/route.ts";
import type { CallPowers } from "../powers.ts";
import { evenly } from "../recorder/evenly.ts";
import { troublesOf } from "../recorder/troubles.ts";
import { eventsOfCall } from "../store/call-events.ts";
import { findCall } from "../store/calls.ts";
import { samplesOf } from "../store/quality-samples.ts";

/** What one answer carries of measurements; the troubles are found in all of them. */
const mostSamples = 20_000;

/** Everything that is known of a call. Looking into it is itself a fact that is kept (B29). */
export const getFlightRecord = ({ database }: CallPowers): Route =>
  route(
    callRecordEndpoints.getFlightRecord,
    async ({ actor, params: { callId } }) => {
      const call = await findCall(database.db, callId);
      if (call === undefined) throw new AppError("request.not_found");
      await database.transact(
        actor,
        async (unit) => unit.happened({ type: "call.inspected", callId }),
        { isEssential: true },
      );
      const most = Math.floor(mostSamples / Math.max(1, call.seats.length));
      const participants: FlightRecord["participants"] = [];
      for (const { principalId, name } of call.seats) {
        const samples = await samplesOf(database.db, callId, principalId);
        participants.push({
          principalId,
          name,
          samples: [...evenly(samples, most)],
          troubles: [...troublesOf(samples)],
        });
      }
      return {
        callId,
        media: call.media,
        topology: call.topology,
        createdAt: call.createdAt.toISOString(),
        liveAt: call.liveAt?.toISOString() ?? null,
        endedAt: call.endedAt?.toISOString() ?? null,
        endReason: call.endReason,
        events: await eventsOfCall(database.db, callId),
        participants,
      };
    },
  );
