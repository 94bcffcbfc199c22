import { Type } from "typebox";
import {
  Conference,
  ConferencePlan,
  ConferenceRoom,
  Occurrence,
  OccurrenceChange,
} from "../conferences.ts";
import { conferenceAnswers } from "../conference-words.ts";
import { ClientIdSchema, ConferenceIdSchema } from "../ids.ts";
import { closed, Instant, nullable, oneOf } from "../shapes.ts";
import { endpoint } from "./endpoint.ts";

const tag = "Conferences";
const access = { kind: "user" } as const;
const params = closed({ conferenceId: ConferenceIdSchema });

/** Seen by those invited alone, changed by organisers; for anybody else a conference does not exist. */
export const conferenceEndpoints = {
  listOccurrences: endpoint({
    method: "GET",
    path: "/api/v1/conferences/occurrences",
    tag,
    summary: "What of my conferences takes place in a span of 62 days at most",
    access,
    query: closed({ from: Instant, to: Instant }),
    status: 200,
    response: closed({ items: Type.Array(Occurrence) }),
    errors: [],
  }),
  listConferenceRooms: endpoint({
    method: "GET",
    path: "/api/v1/conferences/rooms",
    tag,
    summary: "My lasting rooms, by title",
    access,
    status: 200,
    response: closed({ items: Type.Array(ConferenceRoom) }),
    errors: [],
  }),
  getCalendarFeed: endpoint({
    method: "GET",
    path: "/api/v1/conferences/feed",
    tag,
    summary: "Where calendar programs subscribe to my conferences",
    access,
    status: 200,
    /** Null: nowhere. */
    response: closed({ url: nullable(Type.String()) }),
    errors: [],
  }),
  makeCalendarFeed: endpoint({
    method: "PUT",
    path: "/api/v1/conferences/feed",
    tag,
    summary: "Make an address for calendar programs; the former one ends",
    access,
    status: 200,
    response: closed({ url: Type.String() }),
    errors: [],
  }),
  endCalendarFeed: endpoint({
    method: "DELETE",
    path: "/api/v1/conferences/feed",
    tag,
    summary: "End the address for calendar programs",
    access,
    status: 204,
    response: Type.Null(),
    errors: [],
  }),
  createConference: endpoint({
    method: "POST",
    path: "/api/v1/conferences",
    tag,
    summary: "Plan a conference; whoever asks is its first organiser",
    access,
    /** The same `clientId` again answers with the conference that is there. */
    body: closed({ clientId: ClientIdSchema, plan: ConferencePlan }),
    status: 201,
    response: Conference,
    errors: ["request.not_found", "request.conflict"],
  }),
  getConference: endpoint({
    method: "GET",
    path: "/api/v1/conferences/:conferenceId",
    tag,
    summary: "A conference with those invited and their answers",
    access,
    params,
    status: 200,
    response: Conference,
    errors: ["conference.not_found"],
  }),
  /** Another time or rule takes back what was moved and cancelled one by one, and opens the answers anew. */
  updateConference: endpoint({
    method: "PUT",
    path: "/api/v1/conferences/:conferenceId",
    tag,
    summary: "Plan it anew, all of its occurrences",
    access,
    params,
    body: ConferencePlan,
    status: 200,
    response: Conference,
    errors: [
      "conference.not_found",
      "conference.not_organiser",
      "request.not_found",
    ],
  }),
  cancelConference: endpoint({
    method: "DELETE",
    path: "/api/v1/conferences/:conferenceId",
    tag,
    summary: "Call it off; its conversation stays",
    access,
    params,
    status: 204,
    response: Type.Null(),
    errors: ["conference.not_found", "conference.not_organiser"],
  }),
  changeOccurrence: endpoint({
    method: "PUT",
    path: "/api/v1/conferences/:conferenceId/occurrences/:originalAt",
    tag,
    summary: "Move one occurrence or call it off",
    access,
    params: closed({ conferenceId: ConferenceIdSchema, originalAt: Instant }),
    body: OccurrenceChange,
    status: 204,
    response: Type.Null(),
    errors: [
      "conference.not_found",
      "conference.not_organiser",
      "conference.occurrence_unknown",
    ],
  }),
  /** Whoever came by a former link is out. */
  makeGuestLink: endpoint({
    method: "PUT",
    path: "/api/v1/conferences/:conferenceId/guest-link",
    tag,
    summary: "Make a link for guests; the former one ends",
    access,
    params,
    status: 200,
    response: Conference,
    errors: ["conference.not_found", "conference.not_organiser"],
  }),
  revokeGuestLink: endpoint({
    method: "DELETE",
    path: "/api/v1/conferences/:conferenceId/guest-link",
    tag,
    summary: "End the link for guests, and the stay of those who came by it",
    access,
    params,
    status: 204,
    response: Type.Null(),
    errors: ["conference.not_found", "conference.not_organiser"],
  }),
  answerConference: endpoint({
    method: "PUT",
    path: "/api/v1/conferences/:conferenceId/answer",
    tag,
    summary: "Say whether I am coming",
    access,
    params,
    body: closed({ answer: oneOf(conferenceAnswers) }),
    status: 204,
    response: Type.Null(),
    errors: ["conference.not_found"],
  }),
} as const;
