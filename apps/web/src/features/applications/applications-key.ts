import type { ApplicationId } from "@veche/contracts";

export const applicationsKey = ["applications"] as const;
export const webhookKey = (id: ApplicationId) =>
  [...applicationsKey, id, "webhook"] as const;
export const kindsKey = (id: ApplicationId) =>
  [...applicationsKey, id, "kinds"] as const;
