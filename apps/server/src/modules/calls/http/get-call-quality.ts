import { contactCentreEndpoints, type QualitySample } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { route, type Route } from "../../../platform/http/route.ts";
import { may } from "../../identity/index.ts";
import { seatOf } from "../domain/call-record.ts";
import type { CallPowers } from "../powers.ts";
import { findCall } from "../store/calls.ts";
import { samplesOfCall } from "../store/quality-samples.ts";

/** The call's flight recorder. Operators see the calls they were in, supervisors and administrators all. */
export const getCallQuality = ({ database: { db } }: CallPowers): Route =>
  route(
    contactCentreEndpoints.getCallQuality,
    async ({ principal, params: { callId } }) => {
      const call = await findCall(db, callId);
      const seesAll = may(principal, "requests.see_all");
      if (
        call === undefined ||
        (!seesAll && seatOf(call, principal.id) === undefined)
      ) {
        throw new AppError("request.not_found");
      }
      const rows = await samplesOfCall(db, callId);
      const samplesOf = (id: string): QualitySample[] =>
        rows.filter((row) => row.principalId === id).map((row) => row.sample);
      return {
        participants: call.seats.map(({ principalId, name }) => ({
          principalId,
          name,
          samples: samplesOf(principalId),
        })),
      };
    },
  );
