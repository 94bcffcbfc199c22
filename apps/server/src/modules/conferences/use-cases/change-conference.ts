import { isDeepStrictEqual } from "node:util";
import type { ConferenceId, ConferencePlan } from "@veche/contracts";
import type { UnitOfWork } from "../../../platform/db/database.ts";
import type { ConferencePowers } from "../conference-powers.ts";
import { stepSequence, writeConference } from "../store/conferences.ts";
import { dropExceptions } from "../store/exceptions.ts";
import { inviteesOf, writeInvitees } from "../store/invitees.ts";
import {
  outsidersOf,
  writeOutsiders,
  type Outsider,
} from "../store/outsiders.ts";
import type { ConferencesTables } from "../store/tables.ts";
import { holdAsOrganiser, type HeldConference } from "./held-conference.ts";
import {
  hashOf,
  judgeInvitees,
  judgeOutside,
  judgePlan,
  type Invited,
  type Plan,
} from "./judge-plan.ts";
import { othersThan, queueInvitations } from "./queue-invitations.ts";
import { newOutsider, type Asking } from "./plan-conference.ts";

/**
 * Plans it anew. Another schedule takes back what was moved and cancelled one by one and opens the answers anew; its
 * conversation follows with title and people. Refuses `conference.not_found`, `conference.not_organiser`,
 * `request.invalid`, `request.not_found`.
 */
export async function changeConference(
  powers: ConferencePowers,
  { principal, actor }: Asking,
  { id, plan }: { id: ConferenceId; plan: ConferencePlan },
): Promise<void> {
  const kept = judgePlan(plan, "");
  const outside = judgeOutside(plan);
  const passwordHash = await hashOf(powers, plan);
  await powers.database.transact(actor, async (unit) => {
    const held = await holdAsOrganiser(unit.tx, principal, id);
    const { createdBy } = held.conference;
    const known = new Set(held.invitees.map(({ userId }) => userId));
    const invited = await judgeInvitees(powers, plan, {
      creator: known.has(createdBy) ? createdBy : undefined,
      known,
    });
    const before = await outsidersOf(unit.tx, id);
    const change = {
      ...{ held, kept, invited, actorId: principal.id, passwordHash },
      outsiders: { before, after: outside },
    };
    await writeChange(powers, unit, change);
    await followInConversation(powers, unit, change);
    const fields = fieldsOf(change);
    if (fields.length === 0) return;
    if (fields.some((field) => !untold.has(field)))
      await tellByLetter(powers, unit, change);
    unit.happened({
      type: "conference.changed",
      conferenceId: id,
      fields: fields.join(","),
    });
  });
}

/** What nobody's calendar has to know. */
const untold: ReadonlySet<string> = new Set(["entry", "password"]);

interface Change {
  readonly held: HeldConference;
  readonly kept: Plan;
  readonly invited: readonly Invited[];
  readonly outsiders: {
    readonly before: readonly Outsider[];
    /** Their addresses. */
    readonly after: readonly string[];
  };
  /** Undefined: as it is. */
  readonly passwordHash: string | null | undefined;
  readonly actorId: Asking["principal"]["id"];
}

const isRescheduled = ({ kept, held }: Change): boolean =>
  !isDeepStrictEqual(kept.schedule, held.conference.schedule);

async function writeChange(
  powers: Pick<ConferencePowers, "ids">,
  { tx }: UnitOfWork<ConferencesTables>,
  change: Change,
): Promise<void> {
  const { held, kept, invited, passwordHash } = change;
  const { before, after } = change.outsiders;
  const { id, createdBy, overAt } = held.conference;
  const isAnew = isRescheduled(change);
  if (isAnew) await dropExceptions(tx, id);
  await writeConference(tx, id, {
    ...kept,
    overAt: isAnew ? kept.overAt : overAt,
    ...(passwordHash !== undefined && { passwordHash }),
    // The first of them brings a link; one that was taken back stays so.
    ...(before.length === 0 &&
      after.length > 0 &&
      held.conference.guestToken === null && {
        guestToken: powers.ids.secret(),
      }),
  });
  await writeOutsiders(
    tx,
    id,
    after.map((email) => {
      const known = before.find((one) => one.email === email);
      return known === undefined
        ? newOutsider(powers)(email)
        : { ...known, answer: isAnew ? "open" : known.answer };
    }),
  );
  const answers = new Map(
    isAnew
      ? [[createdBy, "yes" as const]]
      : held.invitees.map(({ userId, answer }) => [userId, answer]),
  );
  await writeInvitees(
    tx,
    id,
    invited.map(({ userId, isOrganiser }) => ({
      userId,
      isOrganiser,
      answer: answers.get(userId) ?? "open",
    })),
  );
}

function fieldsOf(change: Change): readonly string[] {
  const { held, kept, invited } = change;
  const before = held.conference;
  return [
    ...(kept.title === before.title ? [] : ["title"]),
    ...(kept.about === before.about ? [] : ["about"]),
    ...(isRescheduled(change) ? ["schedule"] : []),
    ...(isDeepStrictEqual(placesOf(invited), placesOf(held.invitees))
      ? []
      : ["invitees"]),
    ...(isDeepStrictEqual(
      [...change.outsiders.after].sort(),
      change.outsiders.before.map(({ email }) => email).sort(),
    )
      ? []
      : ["outside"]),
    ...(isDeepStrictEqual(entryOf(kept), entryOf(before)) ? [] : ["entry"]),
    ...(change.passwordHash === undefined ||
    change.passwordHash === before.passwordHash
      ? []
      : ["password"]),
  ];
}

const entryOf = ({ hasLobby, presenters, isRecorded }: Plan) => ({
  ...{ hasLobby, presenters, isRecorded },
});

const placesOf = (
  people: readonly Pick<Invited, "userId" | "isOrganiser">[],
): ReadonlyMap<string, boolean> =>
  new Map(people.map(({ userId, isOrganiser }) => [userId, isOrganiser]));

async function followInConversation(
  { chats }: ConferencePowers,
  unit: UnitOfWork<ConferencesTables>,
  { held, kept: { title }, invited, actorId }: Change,
): Promise<void> {
  const { conversationId } = held.conference;
  const before = new Set(held.invitees.map(({ userId }) => userId));
  const after = new Set(invited.map(({ userId }) => userId));
  await chats.retitle(unit, { conversationId, title, actorId });
  for (const { userId, name } of invited)
    if (!before.has(userId))
      await chats.addMember(unit, {
        ...{ conversationId, actorId },
        member: { principalId: userId, kind: "user", name, role: "member" },
      });
  for (const principalId of before)
    if (!after.has(principalId))
      await chats.removeMember(unit, { conversationId, principalId, actorId });
}

/** Who is new is invited, who stays is told, who is in it no more is told that too. */
async function tellByLetter(
  powers: ConferencePowers,
  unit: UnitOfWork<ConferencesTables>,
  { held, actorId, outsiders: { before } }: Change,
): Promise<void> {
  const { id } = held.conference;
  const conference = await stepSequence(unit.tx, id, powers.clock.now());
  const invitees = await inviteesOf(unit.tx, id);
  const outsiders = await outsidersOf(unit.tx, id);
  const people = whoIs(held.invitees, invitees, ({ userId }) => userId);
  const outside = whoIs(before, outsiders, ({ email }) => email);
  for (const [kind, which] of [
    ["invited", "come"],
    ["changed", "stayed"],
    ["cancelled", "gone"],
  ] as const)
    await queueInvitations(powers, unit, {
      ...{ kind, conference, invitees },
      to: othersThan(actorId, people[which]),
      toOutside: outside[which],
    });
}

function whoIs<Person>(
  before: readonly Person[],
  after: readonly Person[],
  key: (person: Person) => string,
) {
  const [former, present] = [new Set(before.map(key)), new Set(after.map(key))];
  return {
    come: after.filter((one) => !former.has(key(one))),
    stayed: after.filter((one) => former.has(key(one))),
    gone: before.filter((one) => !present.has(key(one))),
  };
}
