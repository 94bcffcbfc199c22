import type { Chats } from "../modules/chats/index.ts";
import {
  createConferences,
  type Conferences,
} from "../modules/conferences/index.ts";
import type { Directory } from "../modules/directory/index.ts";
import { createGuests, type Guests } from "../modules/guests/index.ts";
import type { Identity } from "../modules/identity/index.ts";
import type { Notifications } from "../modules/notifications/index.ts";
import { purposeKey } from "../platform/purpose-key.ts";
import type { Hub } from "../platform/realtime/hub.ts";
import type { AppDeps } from "./app-deps.ts";

type Deps = AppDeps & { readonly hub: Hub };

interface Parts {
  readonly identity: Identity;
  readonly chats: Chats;
  readonly directory: Directory;
  readonly notifications: Notifications;
}

interface Planning {
  readonly conferences: Conferences;
  readonly guests: Guests;
}

/** Conferences, and those who come to them without an account; the two know each other. */
export function createPlanning(
  deps: Deps,
  { identity, chats, directory, notifications }: Parts,
): Planning {
  const { config } = deps;
  const guests: Guests = createGuests({
    ...{ ...deps, chats },
    database: deps.database.narrow(),
    conferences: () => conferences,
  });
  const conferences: Conferences = createConferences({
    ...{ ...deps, chats, guests },
    database: deps.database.narrow(),
    users: identity,
    addresses: { of: (userIds) => directory.emailsOf(userIds) },
    letters: notifications,
    senderAddress: senderAddress(config),
    answerKey: purposeKey(config.secretKey, "answers"),
    publicUrl: config.publicUrl,
  });
  return { conferences, guests };
}

/** The bare address that letters come from. */
const senderAddress = ({ mail, publicUrl }: Deps["config"]): string => {
  const from = mail.kind === "smtp" ? mail.from : "";
  return (
    /[^\s<>]+@[^\s<>]+/u.exec(from)?.[0] ??
    `veche@${new URL(publicUrl).hostname}`
  );
};
