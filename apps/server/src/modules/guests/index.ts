import type { ConferenceId } from "@veche/contracts";
import type { LentUnit } from "../../platform/db/statements.ts";
import type { Route } from "../../platform/http/route.ts";
import type { GuestPrincipal } from "../../platform/principal.ts";
import type { GuestPowers } from "./guest-powers.ts";
import { guestRoutes } from "./http/guest-routes.ts";
import { openStay } from "./store/stays.ts";
import { endStays, endStaysIn } from "./use-cases/end-stays.ts";

export type { GuestsTables } from "./store/tables.ts";

const sweepEveryMs = 60_000;

/** People without an account, in one conference each. */
export interface Guests extends Disposable {
  readonly routes: readonly Route[];
  /** Whom a guest token names now; undefined when it is unknown or the stay is over. */
  resolveGuest(guestToken: string): Promise<GuestPrincipal | undefined>;
  /** Shows all guests of a conference out, in the caller's transaction. */
  showOut(unit: LentUnit, conferenceId: ConferenceId): Promise<void>;
  /** Ends stays whose time is up, now and from now on. */
  start(): void;
}

export function createGuests(powers: GuestPowers): Guests {
  const { database, clock, timers, log, bus, hub } = powers;
  const running = new DisposableStack();
  running.use(bus.on("guest.left", ({ guestId }) => hub.endPrincipal(guestId)));
  const sweep = () =>
    void endStays(powers, { of: "time" }).catch((error: unknown) => {
      // They are ended a minute later.
      log.warn({ error }, "stays of guests could not be ended");
    });
  return {
    routes: guestRoutes(powers),
    async resolveGuest(guestToken) {
      const stay = await openStay(database.db, guestToken, clock.now());
      if (stay === undefined) return undefined;
      const { id, name, language, conversationId, seesAfterSeq } = stay;
      return {
        ...{ kind: "guest", id, name, language },
        ...{ conversationId, seesAfterSeq },
      };
    },
    showOut: (unit, id) => endStaysIn(powers, unit, { of: "conference", id }),
    start() {
      running.use(timers.every(sweepEveryMs, sweep));
      sweep();
    },
    [Symbol.dispose]: () => running.dispose(),
  };
}
