import type { ConferenceId, Language, UserId } from "@veche/contracts";
import type { UnitOfWork } from "../../../platform/db/database.ts";
import { answerPath, type Answering } from "../answer-token.ts";
import type { ConferencePowers } from "../conference-powers.ts";
import {
  invitationLetter,
  type InvitationFrame,
  type LetterKind,
} from "../invitation-letter.ts";
import { momentWords, whenWords } from "../domain/when-words.ts";
import { guestUrlOf } from "../guest-url.ts";
import type { StoredConference } from "../store/conferences.ts";
import { exceptionsOf } from "../store/exceptions.ts";
import type { Invitee } from "../store/invitees.ts";
import type { Outsider } from "../store/outsiders.ts";
import type { ConferencesTables } from "../store/tables.ts";
import { appointmentOf, type Appointed } from "./appointment.ts";

interface Addressed {
  /** As it stands now, its sequence included. */
  readonly conference: StoredConference;
  readonly invitees: readonly Invitee[];
  /** Who gets a letter; whoever has no address gets none. */
  readonly to: readonly UserId[];
  readonly toOutside: readonly Outsider[];
}

export type Invitations = Addressed &
  (
    | { readonly kind: Exclude<LetterKind, "skipped" | "soon"> }
    /** One occurrence: a skipped one by the instant that the rule has it at, one that begins soon by its beginning. */
    | { readonly kind: "skipped" | "soon"; readonly occurrence: Date }
  );

/** Whoever does it knows of it. */
export const othersThan = (
  userId: UserId,
  people: readonly Pick<Invitee, "userId">[],
): readonly UserId[] =>
  people.map((one) => one.userId).filter((one) => one !== userId);

/** Puts letters with the appointment on their way in the transaction that makes it true. */
export async function queueInvitations(
  powers: ConferencePowers,
  unit: UnitOfWork<ConferencesTables>,
  invitations: Invitations,
): Promise<void> {
  const { conference, to, toOutside } = invitations;
  if (to.length + toOutside.length === 0) return;
  const people = await findPeople(powers, invitations);
  const { id } = conference;
  const exceptions = (await exceptionsOf(unit.tx, [id])).get(id) ?? [];
  const appointed = { ...invitations, exceptions };
  const told = { powers, unit, people, appointed };
  await tellStaff(told);
  await tellOutside(told);
}

interface Told {
  readonly powers: ConferencePowers;
  readonly unit: UnitOfWork<ConferencesTables>;
  readonly people: People;
  readonly appointed: Appointed & Invitations;
}

async function tellStaff({
  powers,
  unit,
  people,
  appointed,
}: Told): Promise<void> {
  const { conference, invitees, to } = appointed;
  const url = `${powers.publicUrl}/conferences/${conference.id}`;
  const calendar = appointmentOf(appointed, {
    url,
    organiser: people.named(conference.createdBy),
    attendees: [...invitees, ...newTo(to, invitees)].flatMap(
      ({ userId, answer }) =>
        people.addressOf(userId) === undefined
          ? []
          : [{ ...people.named(userId), answer }],
    ),
  });
  for (const userId of to) {
    const address = people.addressOf(userId);
    const user = people.user(userId);
    if (address === undefined || user?.disabledAt !== null) continue;
    const answering = { conferenceId: conference.id, kind: "user" } as const;
    await powers.letters.queueLetter(unit, {
      to: address,
      ...invitationLetter({
        ...frameOf(appointed, user.language),
        url,
        organiserName: people.named(conference.createdBy).name,
        answerUrl: answerUrlOf(powers, { ...answering, id: userId }),
      }),
      calendar,
    });
  }
}

/** Each in a letter of their own: they learn of nobody but the organiser. */
async function tellOutside({
  powers,
  unit,
  people,
  appointed,
}: Told): Promise<void> {
  const { conference, toOutside } = appointed;
  const { createdBy } = conference;
  // Nothing is known of their language; whoever invites them writes to them.
  const language = people.user(createdBy)?.language ?? "en";
  const url = guestUrlOf(powers, conference);
  const organiser = people.named(createdBy);
  for (const { id, email, answer } of toOutside) {
    const answering = {
      conferenceId: conference.id,
      kind: "outsider",
    } as const;
    await powers.letters.queueLetter(unit, {
      to: email,
      ...invitationLetter({
        ...frameOf(appointed, language),
        ...{ url, organiserName: organiser.name },
        answerUrl: answerUrlOf(powers, { ...answering, id }),
      }),
      calendar: appointmentOf(appointed, {
        ...{ url, organiser },
        attendees: [{ name: email, email, answer }],
      }),
    });
  }
}

const answerUrlOf = (
  { answerTokens, publicUrl }: ConferencePowers,
  answering: Answering & { readonly conferenceId: ConferenceId },
): string => `${publicUrl}${answerPath}/${answerTokens.of(answering)}`;

function frameOf(
  invitations: Invitations,
  language: Language,
): Pick<InvitationFrame, "kind" | "language" | "title" | "about" | "when"> {
  const { kind, conference } = invitations;
  const { title, about, schedule } = conference;
  const when =
    schedule &&
    ("occurrence" in invitations
      ? momentWords(invitations.occurrence, schedule.timeZone, language)
      : whenWords(schedule, language));
  return { kind, language, title, about, when };
}

/** Who is told that they are invited no more stands among the invited once again. */
const newTo = (
  to: readonly UserId[],
  invitees: readonly Invitee[],
): readonly Pick<Invitee, "userId" | "answer">[] =>
  to
    .filter((userId) => !invitees.some((one) => one.userId === userId))
    .map((userId) => ({ userId, answer: "open" }));

type People = Awaited<ReturnType<typeof findPeople>>;

/** The staff of a letter, by id. */
async function findPeople(
  { users, addresses, senderAddress }: ConferencePowers,
  { invitees, to, conference }: Invitations,
) {
  const ids = [
    ...new Set([
      ...invitees.map(({ userId }) => userId),
      ...[conference.createdBy, ...to],
    ]),
  ];
  const found = await addresses.of(ids);
  const byId = new Map((await users.many(ids)).map((user) => [user.id, user]));
  return {
    user: (userId: UserId) => byId.get(userId),
    addressOf: (userId: UserId) => found.get(userId),
    named: (userId: UserId) => ({
      name: byId.get(userId)?.name ?? "",
      email: found.get(userId) ?? senderAddress,
    }),
  };
}
