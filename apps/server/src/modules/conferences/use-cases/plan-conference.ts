import type {
  Actor,
  ClientId,
  ConferenceId,
  ConferencePlan,
  UserId,
} from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { UserPrincipal } from "../../../platform/principal.ts";
import type { ConferencePowers } from "../conference-powers.ts";
import { conferenceCreatedAs, insertConference } from "../store/conferences.ts";
import { writeInvitees, type Invitee } from "../store/invitees.ts";
import { writeOutsiders, type Outsider } from "../store/outsiders.ts";
import type { OutsiderId } from "../store/tables.ts";
import { othersThan, queueInvitations } from "./queue-invitations.ts";
import {
  hashOf,
  judgeInvitees,
  judgeOutside,
  judgePlan,
  type Invited,
} from "./judge-plan.ts";

export interface Asking {
  readonly principal: Pick<UserPrincipal, "id" | "name">;
  readonly actor: Actor;
}

/**
 * A conference with its conversation. The same `clientId` again answers with the one that is there. Refuses
 * `request.invalid`, `request.not_found` (somebody unknown or disabled), `request.conflict` (the id is of something else).
 */
export async function planConference(
  powers: ConferencePowers,
  { principal, actor }: Asking,
  { clientId, plan }: { clientId: ClientId; plan: ConferencePlan },
): Promise<ConferenceId> {
  const { id: createdBy } = principal;
  const kept = judgePlan(plan, "/plan");
  const outside = judgeOutside(plan);
  const passwordHash = (await hashOf(powers, plan)) ?? null;
  const invited = await judgeInvitees(powers, plan, {
    creator: createdBy,
    known: new Set(),
  });
  return powers.database.transact(actor, async (unit) => {
    const creation = { createdBy, clientId };
    const conversationId = await powers.chats.openGroup(unit, {
      ...{ creation, title: kept.title },
      members: invited.map(memberOf(createdBy)),
    });
    if (conversationId === undefined) {
      const known = await conferenceCreatedAs(unit.tx, createdBy, clientId);
      if (known === undefined) throw new AppError("request.conflict");
      return known.id;
    }
    const id = powers.ids.next<ConferenceId>();
    const at = powers.clock.now();
    const conference = await insertConference(unit.tx, {
      ...kept,
      ...{ id, conversationId, ...creation, passwordHash },
      ...{ createdAt: at, changedAt: at },
      guestToken: outside.length === 0 ? null : powers.ids.secret(),
    });
    const invitees = invited.map(placeOf(createdBy));
    const outsiders = outside.map(newOutsider(powers));
    await writeInvitees(unit.tx, id, invitees);
    await writeOutsiders(unit.tx, id, outsiders);
    await queueInvitations(powers, unit, {
      ...{ kind: "invited", conference, invitees },
      to: othersThan(createdBy, invitees),
      toOutside: outsiders,
    });
    unit.happened({
      type: "conference.planned",
      conferenceId: id,
      conversationId,
    });
    return id;
  });
}

export const newOutsider =
  ({ ids }: Pick<ConferencePowers, "ids">) =>
  (email: string): Outsider => ({
    ...{ id: ids.next<OutsiderId>(), email },
    answer: "open",
  });

const memberOf =
  (creator: UserId) =>
  ({ userId, name }: Invited) => ({
    ...{ principalId: userId, kind: "user" as const, name },
    role: userId === creator ? ("owner" as const) : ("member" as const),
  });

/** Whoever plans it comes. */
const placeOf =
  (creator: UserId) =>
  ({ userId, isOrganiser }: Invited): Invitee => ({
    ...{ userId, isOrganiser },
    answer: userId === creator ? "yes" : "open",
  });
