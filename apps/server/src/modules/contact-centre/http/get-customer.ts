import { contactCentreEndpoints } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { route, type Route } from "../../../platform/http/route.ts";
import type { Powers } from "../powers.ts";
import { may } from "../../identity/index.ts";
import { hasServed } from "../store/history.ts";

/** Looking at a customer's data is itself a fact that is kept (B29). */
export const getCustomer = ({ database, customers }: Powers): Route =>
  route(
    contactCentreEndpoints.getCustomer,
    async ({ principal, actor, params: { customerId } }) => {
      const customer = await customers.find(customerId);
      const isVisible =
        may(principal, "requests.see_all") ||
        (await hasServed(database.db, principal.id, customerId));
      if (customer === undefined || !isVisible)
        throw new AppError("request.not_found");
      await database.transact(
        actor,
        async (unit) => {
          unit.happened({ type: "customer.viewed", customerId });
        },
        // Looking goes on while the disk is full, and so does its trail.
        { isEssential: true },
      );
      return customer;
    },
  );
