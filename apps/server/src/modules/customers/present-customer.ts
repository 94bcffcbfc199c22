import type { Customer } from "@veche/contracts";
import type { PresencePort } from "./service.port.ts";
import type { CustomerRow } from "./store/customers.ts";

/** A customer as the staff see them. */
export function presentCustomer(
  row: CustomerRow,
  presence: PresencePort,
): Customer {
  return {
    id: row.id,
    siteId: row.siteId,
    name: row.name,
    externalId: row.externalId,
    email: row.email,
    phone: row.phone,
    attributes: { ...row.attributes },
    language: row.language,
    pageUrl: row.pageUrl,
    pageTitle: row.pageTitle,
    firstSeenAt: row.firstSeenAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    isOnline: presence.isOnline(row.id),
  };
}
