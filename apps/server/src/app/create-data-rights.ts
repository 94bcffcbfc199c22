import type { Calls } from "../modules/calls/index.ts";
import type { Chats } from "../modules/chats/index.ts";
import type { ContactCentre } from "../modules/contact-centre/index.ts";
import type { Directory } from "../modules/directory/index.ts";
import type { Identity } from "../modules/identity/index.ts";
import type { Messages } from "../modules/messages/index.ts";
import {
  createPrivacy,
  type PersonKeeper,
  type Privacy,
} from "../modules/privacy/index.ts";
import { eraseActor } from "../platform/db/erase-actor.ts";
import type { AppDeps } from "./app-deps.ts";

interface Below {
  readonly identity: Identity;
  readonly chats: Chats;
  readonly messages: Messages;
  readonly directory: Directory;
  readonly calls: Calls;
  readonly contactCentre: ContactCentre;
}

/** Privacy, with everybody who keeps something of a person plugged in. */
export const createDataRights = (deps: AppDeps, below: Below): Privacy =>
  createPrivacy({
    ...deps,
    ...below,
    database: deps.database.narrow(),
    keepers: keepersOf(below),
  });

/** The account first: it refuses for all. Notifications and the trail follow the fact. */
const keepersOf = ({
  identity,
  chats,
  messages,
  directory,
  calls,
  contactCentre,
}: Below): readonly PersonKeeper[] => [
  { what: "sessions", erase: identity.eraseUser },
  { what: "card", erase: directory.eraseCard },
  { what: "namesInConversations", erase: chats.eraseName },
  { what: "notes", erase: messages.eraseNotes },
  { what: "namesInCalls", erase: calls.eraseName },
  { what: "namesInRequests", erase: contactCentre.eraseName },
  { what: "namesInFacts", erase: eraseActor },
];
