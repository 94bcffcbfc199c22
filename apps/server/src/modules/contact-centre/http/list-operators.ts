import { contactCentreEndpoints } from "@veche/contracts";
import { route, type Route } from "../../../platform/http/route.ts";
import type { Powers } from "../powers.ts";
import { presentOperator } from "../present.ts";
import { allOperators } from "../store/operators.ts";

export const listOperators = ({ database }: Powers): Route =>
  route(contactCentreEndpoints.listOperators, async () => ({
    operators: (await allOperators(database.db)).map(presentOperator),
  }));
