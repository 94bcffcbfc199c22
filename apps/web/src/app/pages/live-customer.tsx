import { useQuery } from "@tanstack/react-query";
import type { Customer, CustomerId } from "@veche/contracts";
import type { ReactNode } from "react";
import { useRest } from "../../platform/services.tsx";

/** Each look at a card is written into the audit, so it is not taken by the clock. */
const freshForMs = 30_000;

export const customerKey = (customerId: CustomerId) =>
  ["customer", customerId] as const;

interface LiveCustomerProps {
  /** As known until the server has said more. */
  readonly customer: Customer;
  readonly children: (customer: Customer) => ReactNode;
}

/** A customer as they are now: whether they are on the site decides whether they can be called. */
export function LiveCustomer({ customer, children }: LiveCustomerProps) {
  const rest = useRest();
  const query = useQuery({
    queryKey: customerKey(customer.id),
    queryFn: ({ signal }) =>
      rest("getCustomer", { params: { customerId: customer.id }, signal }),
    staleTime: freshForMs,
  });
  return children(query.data ?? customer);
}
