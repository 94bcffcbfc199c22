import { staffNetworkEndpoints } from "@veche/contracts";
import { route, type Route } from "../../../platform/http/route.ts";
import type { IdentityDeps } from "../identity-deps.ts";
import { changeNetworks, viewNetworks } from "../use-cases/staff-networks.ts";

export const networkRoutes = (deps: IdentityDeps): readonly Route[] => [
  route(staffNetworkEndpoints.getStaffNetworks, ({ http: { request } }) =>
    viewNetworks(deps, request.ip),
  ),
  route(
    staffNetworkEndpoints.updateStaffNetworks,
    ({ actor, body, http: { request } }) =>
      changeNetworks(deps, actor, { ...body, address: request.ip }),
  ),
];
