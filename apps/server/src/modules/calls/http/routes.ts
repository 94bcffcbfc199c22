import type { Route } from "../../../platform/http/route.ts";
import type { CallPowers } from "../powers.ts";
import { callHistoryRoutes } from "./call-history.ts";
import { getCallQuality } from "./get-call-quality.ts";
import { getFlightRecord } from "./get-flight-record.ts";
import { listCallRecords } from "./list-call-records.ts";

export const callRoutes = (powers: CallPowers): readonly Route[] => [
  getCallQuality(powers),
  listCallRecords(powers),
  getFlightRecord(powers),
  ...callHistoryRoutes(powers),
];
