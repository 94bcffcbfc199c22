import { conferenceEndpoints as endpoints } from "@veche/contracts";
import { route, type Route } from "../../../platform/http/route.ts";
import type { ConferencePowers } from "../conference-powers.ts";
import { roomsOf } from "../store/conferences.ts";
import { writeAnswer } from "../store/invitees.ts";
import { readReminders, writeReminders } from "../store/settings.ts";
import { endFeed, feedAddress, makeFeed } from "../use-cases/calendar-feed.ts";
import { cancelConference } from "../use-cases/cancel-conference.ts";
import { changeConference } from "../use-cases/change-conference.ts";
import { changeGuestLink } from "../use-cases/change-guest-link.ts";
import { changeOccurrence } from "../use-cases/change-occurrence.ts";
import { holdAsInvitee } from "../use-cases/held-conference.ts";
import { planConference } from "../use-cases/plan-conference.ts";
import {
  listOccurrences,
  showConference,
} from "../use-cases/show-conference.ts";

export function conferenceRoutes(powers: ConferencePowers): readonly Route[] {
  return [
    ...[...reading(powers), ...feeding(powers), ...reminding(powers)],
    ...[...planning(powers), ...changing(powers)],
  ];
}

const reading = (powers: ConferencePowers): readonly Route[] => [
  route(endpoints.listOccurrences, async ({ principal, query }) => ({
    items: [
      ...(await listOccurrences(powers, principal.id, {
        from: new Date(query.from),
        to: new Date(query.to),
      })),
    ],
  })),
  route(endpoints.listConferenceRooms, async ({ principal }) => ({
    items: await roomsOf(powers.database.db, principal.id),
  })),
  route(endpoints.getConference, ({ principal, params }) =>
    showConference(powers, principal.id, params.conferenceId),
  ),
];

const reminding = ({ database }: ConferencePowers): readonly Route[] => [
  route(endpoints.getConferenceReminders, () => readReminders(database.db)),
  route(endpoints.updateConferenceReminders, async ({ actor, body }) => {
    await database.transact(actor, async ({ tx, happened }) => {
      const before = await readReminders(tx);
      if (before.areOn === body.areOn) return;
      await writeReminders(tx, body);
      happened({ type: "conference_reminders.changed", ...body });
    });
    return body;
  }),
];

const planning = (powers: ConferencePowers): readonly Route[] => [
  route(endpoints.createConference, async ({ principal, actor, body }) => {
    const id = await planConference(powers, { principal, actor }, body);
    return showConference(powers, principal.id, id);
  }),
  route(
    endpoints.updateConference,
    async ({ principal, actor, params: { conferenceId: id }, body: plan }) => {
      await changeConference(powers, { principal, actor }, { id, plan });
      return showConference(powers, principal.id, id);
    },
  ),
];

const feeding = (powers: ConferencePowers): readonly Route[] => [
  route(endpoints.getCalendarFeed, async ({ principal }) => ({
    url: await feedAddress(powers, principal.id),
  })),
  route(endpoints.makeCalendarFeed, async ({ principal, actor }) => ({
    url: await makeFeed(powers, { userId: principal.id, actor }),
  })),
  route(endpoints.endCalendarFeed, async ({ principal, actor }) => {
    await endFeed(powers, { userId: principal.id, actor });
    return null;
  }),
];

const linking = (powers: ConferencePowers): readonly Route[] => [
  route(
    endpoints.makeGuestLink,
    async ({ principal, actor, params: { conferenceId: id } }) => {
      const asking = { principal, actor };
      await changeGuestLink(powers, asking, { id, to: "another" });
      return showConference(powers, principal.id, id);
    },
  ),
  route(
    endpoints.revokeGuestLink,
    async ({ principal, actor, params: { conferenceId: id } }) => {
      await changeGuestLink(powers, { principal, actor }, { id, to: "none" });
      return null;
    },
  ),
];

const changing = (powers: ConferencePowers): readonly Route[] => [
  route(
    endpoints.cancelConference,
    async ({ principal, actor, params: { conferenceId } }) => {
      await cancelConference(powers, { principal, actor }, conferenceId);
      return null;
    },
  ),
  route(
    endpoints.changeOccurrence,
    async ({ principal, actor, params, body }) => {
      await changeOccurrence(
        powers,
        { principal, actor },
        {
          ...body,
          id: params.conferenceId,
          originalAt: new Date(params.originalAt),
        },
      );
      return null;
    },
  ),
  ...linking(powers),
  route(
    endpoints.answerConference,
    async ({ principal, actor, params: { conferenceId }, body }) => {
      await powers.database.transact(actor, async ({ tx }) => {
        await holdAsInvitee(tx, principal, conferenceId);
        const who = { conferenceId, userId: principal.id };
        await writeAnswer(tx, who, body.answer);
      });
      return null;
    },
  ),
];
