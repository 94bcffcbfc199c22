import { WrapUpRules, WrapUpWish } from "../wrap-up.ts";
import { endpoint } from "./endpoint.ts";

const tag = "Contact centre";
const path = "/api/v1/contact-centre/wrap-up-rules";

/** How long operators have after each customer, and what a session can come to. */
export const wrapUpEndpoints = {
  getWrapUpRules: endpoint({
    method: "GET",
    path,
    tag,
    summary: "The time for wrap-up and the outcomes of sessions",
    access: { kind: "user", anyOf: ["operator", "supervisor", "admin"] },
    status: 200,
    response: WrapUpRules,
    errors: [],
  }),
  /** An outcome that is left out can't be chosen any more; where it was chosen it stays. */
  updateWrapUpRules: endpoint({
    method: "PUT",
    path,
    tag,
    summary: "Set the time for wrap-up and the outcomes of sessions",
    access: { kind: "user", anyOf: ["admin"] },
    body: WrapUpWish,
    status: 200,
    response: WrapUpRules,
    errors: [],
  }),
} as const;
