import { privacyEndpoints } from "@veche/contracts";
import { route, type Route } from "../../../platform/http/route.ts";
import type { PrivacyPowers } from "../privacy-powers.ts";
import { erasePerson } from "../use-cases/erase-person.ts";

export const erasureRoute = (
  deps: Pick<PrivacyPowers, "database" | "clock" | "keepers">,
): Route =>
  route(privacyEndpoints.eraseUser, ({ principal, actor, params }) =>
    erasePerson(deps, actor, { ...params, language: principal.language }),
  );
