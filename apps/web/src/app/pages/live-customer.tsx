import { useQuery } from "@tanstack/react-query";
import type { Customer } from "@veche/contracts";
import type { ReactNode } from "react";
import { useRest } from "../../platform/services.tsx";

const renewEveryMs = 10_000;

interface LiveCustomerProps {
  /** As known until the server has said more. */
  readonly customer: Customer;
  readonly children: (customer: Customer) => ReactNode;
}

/** A customer as they are now: whether they are on the site decides whether they can be called. */
export function LiveCustomer({ customer, children }: LiveCustomerProps) {
  const rest = useRest();
  const query = useQuery({
    queryKey: ["customer", customer.id],
    queryFn: ({ signal }) =>
      rest("getCustomer", { params: { customerId: customer.id }, signal }),
    refetchInterval: renewEveryMs,
  });
  return children(query.data ?? customer);
}
