import type { ServiceRequest } from "@veche/contracts";

/** How long a customer was served, ms; 0 when nobody accepted. */
export function servedMs({
  acceptedAt,
  endedAt,
}: Pick<ServiceRequest, "acceptedAt" | "endedAt">): number {
  return acceptedAt === null || endedAt === null
    ? 0
    : Math.max(0, Date.parse(endedAt) - Date.parse(acceptedAt));
}
