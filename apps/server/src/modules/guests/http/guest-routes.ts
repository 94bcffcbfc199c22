import { guestEndpoints as endpoints } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { route, type Route } from "../../../platform/http/route.ts";
import { createRateLimiter } from "../../../platform/rate-limiter.ts";
import type { GuestPowers } from "../guest-powers.ts";
import { endStays } from "../use-cases/end-stays.ts";
import { enter } from "../use-cases/enter.ts";

/** Of a password: enough for a person who mistypes, hopeless for a program. */
const tryRate = { burst: 10, perSecond: 0.1 };

export function guestRoutes(powers: GuestPowers): readonly Route[] {
  const tries = createRateLimiter({ clock: powers.clock, rate: tryRate });
  return [
    route(endpoints.lookAtGuestDoor, async ({ params: { token } }) => {
      const door = await powers.conferences().guestDoor(token);
      if (door === undefined) throw new AppError("guest.link_ended");
      const { title, startsAt, hasPassword } = door;
      return { title, hasPassword, startsAt: startsAt?.toISOString() ?? null };
    }),
    route(
      endpoints.enterAsGuest,
      ({ params: { token: linkToken }, body, http: { request } }) =>
        enter(powers, tries, { ...body, linkToken, address: request.ip }),
    ),
    route(endpoints.leaveAsGuest, async ({ principal }) => {
      if (principal.kind !== "guest") throw new AppError("auth.forbidden");
      await endStays(powers, { of: "guest", id: principal.id });
      return null;
    }),
  ];
}
