import { join } from "node:path";
import type { Calls } from "../modules/calls/index.ts";
import type { Chats } from "../modules/chats/index.ts";
import type { Conferences } from "../modules/conferences/index.ts";
import type { ContactCentre } from "../modules/contact-centre/index.ts";
import type { Directory } from "../modules/directory/index.ts";
import type { Identity } from "../modules/identity/index.ts";
import type { Messages } from "../modules/messages/index.ts";
import {
  createPrivacy,
  type PersonKeeper,
  type PersonTeller,
  type Privacy,
} from "../modules/privacy/index.ts";
import { eraseActor } from "../platform/db/erase-actor.ts";
import type { Files } from "../modules/files/index.ts";
import type { Library, Recordings } from "../modules/recordings/index.ts";
import type { Notifications } from "../modules/notifications/index.ts";
import type { SignIn } from "../modules/sign-in/index.ts";
import type { AppDeps } from "./app-deps.ts";

interface Below {
  readonly identity: Identity;
  readonly signIn: Pick<SignIn, "eraseFactors" | "tellFactors">;
  readonly chats: Chats;
  readonly messages: Messages;
  readonly directory: Directory;
  readonly calls: Calls;
  readonly conferences: Conferences;
  readonly recordings: Recordings;
  readonly contactCentre: ContactCentre;
  readonly files: Files;
  readonly library: Library;
  readonly notifications: Pick<Notifications, "tellRules">;
}

/** Privacy, with everybody who keeps something of a person plugged in. */
export const createDataRights = (deps: AppDeps, below: Below): Privacy =>
  createPrivacy({
    ...deps,
    ...below,
    database: deps.database.narrow(),
    keepers: keepersOf(below),
    tellers: tellersOf(below),
    files: { files: (userId) => below.files.tellBytes(userId) },
    exportFolder: join(deps.config.dataDir, "exports"),
    requirePassword: (actor, who) => below.identity.requirePassword(actor, who),
  });

/** What is a record of the company's work (calls, requests, the trail) is not a person's to take along. */
const tellersOf = ({
  identity,
  signIn,
  chats,
  messages,
  directory,
  files,
  conferences,
  library,
  notifications,
}: Below): readonly PersonTeller[] => [
  { what: "account", tell: (userId) => identity.tellUser(userId) },
  { what: "sign-in", tell: (userId) => signIn.tellFactors(userId) },
  { what: "card", tell: (userId) => directory.tellCard(userId) },
  { what: "conversations", tell: (userId) => chats.tellPlaces(userId) },
  { what: "messages", tell: (userId) => messages.tellWords(userId) },
  { what: "notes", tell: (userId) => messages.tellNotes(userId) },
  { what: "conferences", tell: (userId) => conferences.tellPlans(userId) },
  { what: "recordings", tell: (userId) => library.tellRecordings(userId) },
  { what: "notifications", tell: (userId) => notifications.tellRules(userId) },
  { what: "files", tell: (userId) => files.tellFiles(userId) },
];

/**
 * The account first: it refuses for all. Notifications and the trail follow the fact. Search and objects keep nothing
 * of a person: words are found by ids, and cards are the business system's.
 */
const keepersOf = ({
  identity,
  signIn,
  chats,
  messages,
  directory,
  calls,
  conferences,
  recordings,
  contactCentre,
  files,
  library,
}: Below): readonly PersonKeeper[] => [
  { what: "sessions", erase: identity.eraseUser },
  { what: "factors", erase: signIn.eraseFactors },
  { what: "card", erase: directory.eraseCard },
  { what: "files", erase: (unit, person) => files.eraseFiles(unit, person) },
  { what: "namesInConversations", erase: chats.eraseName },
  { what: "notes", erase: messages.eraseNotes },
  { what: "conferences", erase: conferences.erasePlaces },
  { what: "recordings", erase: library.leavePersonOut },
  { what: "namesInCalls", erase: calls.eraseName },
  { what: "namesInRecordings", erase: recordings.eraseName },
  { what: "namesInRequests", erase: contactCentre.eraseName },
  { what: "namesInFacts", erase: eraseActor },
];
