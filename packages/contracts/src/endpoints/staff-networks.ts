import { StaffNetworks, StaffNetworksView } from "../staff-networks.ts";
import { endpoint } from "./endpoint.ts";

const tag = "Sign-in";
const admin = { kind: "user", anyOf: ["admin"] } as const;

export const staffNetworkEndpoints = {
  getStaffNetworks: endpoint({
    method: "GET",
    path: "/api/v1/sign-in/networks",
    tag,
    summary: "The networks from which the staff may come",
    access: admin,
    status: 200,
    response: StaffNetworksView,
    errors: [],
  }),
  updateStaffNetworks: endpoint({
    method: "PUT",
    path: "/api/v1/sign-in/networks",
    tag,
    summary:
      "Change the networks from which the staff may come; sessions that began elsewhere end. Whoever asks must be within them",
    access: admin,
    body: StaffNetworks,
    status: 200,
    response: StaffNetworksView,
    errors: ["auth.network_excludes_you"],
  }),
} as const;
