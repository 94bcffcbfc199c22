import { Report } from "../reports.ts";
import { closed } from "../shapes.ts";
import { endpoint } from "./endpoint.ts";

const { from, to, timeZone, by, withinSeconds } = Report.properties;

/** Reports for supervisors. */
export const reportEndpoints = {
  /** Refuses `request.invalid`: an unknown zone, a day that no calendar has, days in the wrong order, or more than a leap year of them. */
  getReport: endpoint({
    method: "GET",
    path: "/api/v1/contact-centre/report",
    tag: "Contact centre",
    summary: "Figures of the requests that came in between two days, grouped",
    access: { kind: "user", anyOf: ["supervisor", "admin"] },
    /** Both days are part of it, by the clocks of `timeZone`; a wait up to `withinSeconds` is in time. */
    query: closed({ from, to, timeZone, by, withinSeconds }),
    status: 200,
    response: Report,
    errors: [],
  }),
} as const;
