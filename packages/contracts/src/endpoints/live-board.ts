import { Type } from "typebox";
import { LiveBoard } from "../live-board.ts";
import { closed } from "../shapes.ts";
import { endpoint } from "./endpoint.ts";

/** The supervisor's live board. */
export const liveBoardEndpoints = {
  getLiveBoard: endpoint({
    method: "GET",
    path: "/api/v1/contact-centre/live-board",
    tag: "Contact centre",
    summary:
      "Who waits and who serves whom now, and the figures of the day since midnight",
    access: { kind: "user", anyOf: ["supervisor", "admin"] },
    query: closed({
      /** The threshold of the service level: a wait up to this is in time. */
      withinSeconds: Type.Integer({ minimum: 1, maximum: 3600, default: 20 }),
    }),
    status: 200,
    response: LiveBoard,
    errors: [],
  }),
} as const;
