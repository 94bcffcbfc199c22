import { Type } from "typebox";
import {
  GuestDoor,
  GuestEntrance,
  GuestLinkToken,
  GuestStay,
} from "../guests.ts";
import { closed } from "../shapes.ts";
import { endpoint } from "./endpoint.ts";

const tag = "Guests";
const params = closed({ token: GuestLinkToken });

/** The way of people without an account into one conference. */
export const guestEndpoints = {
  lookAtGuestDoor: endpoint({
    method: "GET",
    path: "/api/v1/guest-links/:token",
    tag,
    summary: "What a conference's link for guests leads to",
    access: { kind: "public" },
    params,
    status: 200,
    response: GuestDoor,
    errors: ["guest.link_ended"],
  }),
  enterAsGuest: endpoint({
    method: "POST",
    path: "/api/v1/guest-links/:token/stays",
    tag,
    summary: "Come in by a name, and the password where there is one",
    access: { kind: "public" },
    params,
    body: GuestEntrance,
    status: 201,
    response: GuestStay,
    errors: ["guest.link_ended", "guest.password_wrong"],
  }),
  leaveAsGuest: endpoint({
    method: "DELETE",
    path: "/api/v1/guest-stay",
    tag,
    summary: "End my stay as a guest",
    access: { kind: "principal", guests: true },
    status: 204,
    response: Type.Null(),
    errors: ["auth.forbidden"],
  }),
} as const;
