import { Type } from "typebox";
import { SecurityCheck } from "../security-check.ts";
import { closed, Instant } from "../shapes.ts";
import { endpoint } from "./endpoint.ts";

export const securityCheckEndpoints = {
  checkSecurity: endpoint({
    method: "GET",
    path: "/api/v1/security-check",
    tag: "Operations",
    summary: "What is right and wrong with the security of the installation",
    access: { kind: "user", anyOf: ["admin"] },
    status: 200,
    response: closed({
      checkedAt: Instant,
      /** In the order of the page; what does not apply here is left out. */
      checks: Type.Array(SecurityCheck),
    }),
    errors: [],
  }),
} as const;
