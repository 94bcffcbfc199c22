import type { GuestEntrance, GuestId, GuestStay } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { oneLine } from "../../../platform/one-line.ts";
import type { RateLimiter } from "../../../platform/rate-limiter.ts";
import type { GuestPowers } from "../guest-powers.ts";
import { insertStay } from "../store/stays.ts";

const longestStayMs = 12 * 3_600_000;

/** Somebody at the door. */
export interface Coming extends GuestEntrance {
  readonly linkToken: string;
  readonly address: string;
}

/**
 * Lets a guest in: a stay of their own, and a place in the conversation. Refuses `guest.link_ended`,
 * `guest.password_wrong`, `request.rate_limited` after ten tries, `request.invalid` for a blank name.
 */
export async function enter(
  powers: GuestPowers,
  tries: RateLimiter,
  { linkToken, address, name, language, password }: Coming,
): Promise<GuestStay> {
  const door = await powers.conferences().guestDoor(linkToken);
  if (door === undefined) throw new AppError("guest.link_ended");
  const shown = oneLine(name);
  if (shown === "")
    throw new AppError("request.invalid", {
      issues: [{ path: "/name", message: "must not be blank" }],
    });
  if (door.hasPassword) {
    const retryAfterMs = tries.take(`${linkToken} ${address}`);
    if (retryAfterMs > 0)
      throw new AppError("request.rate_limited", { retryAfterMs });
  }
  if (!(await door.fits(password))) throw new AppError("guest.password_wrong");
  const { conferenceId, conversationId, title } = door;
  const id = powers.ids.next<GuestId>();
  const guestToken = powers.ids.secret();
  const beganAt = powers.clock.now();
  const actor = { id, name: shown, address };
  await powers.database.transact(actor, async (unit) => {
    const heads = await powers.chats.syncSource.headsOf([conversationId]);
    await insertStay(unit.tx, {
      ...{ id, conferenceId, conversationId, name: shown, language },
      ...{ token: guestToken, beganAt },
      seesAfterSeq: heads.get(conversationId) ?? 0,
      endsAt: new Date(beganAt.getTime() + longestStayMs),
    });
    await powers.chats.addMember(unit, {
      ...{ conversationId, actorId: id },
      member: { principalId: id, kind: "guest", name: shown, role: "member" },
    });
    unit.happened({ type: "guest.entered", conferenceId, guestId: id });
  });
  const me = { kind: "guest", id, name: shown, language } as const;
  return { guestToken, me, title, conversationId };
}
