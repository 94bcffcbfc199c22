import type {
  Actor,
  ImportReport,
  Person,
  Presence,
  TagId,
  UserId,
} from "@veche/contracts";
import type { Clock } from "../../platform/clock.ts";
import type { OpenDatabase } from "../../platform/db/create-database.ts";
import { serverActor, type Database } from "../../platform/db/database.ts";
import type { OutboxTables } from "../../platform/db/outbox.ts";
import type { StatementRunner } from "../../platform/db/statements.ts";
import type { EventBus } from "../../platform/event-bus.ts";
import type { HttpOptions } from "../../platform/http/http-options.ts";
import type { Route } from "../../platform/http/route.ts";
import type { Ids } from "../../platform/ids.ts";
import type { Log } from "../../platform/log.ts";
import type { CommandHandlers } from "../../platform/realtime/command.ts";
import type {
  ConnectionClosedListener,
  Hub,
} from "../../platform/realtime/hub.ts";
import type { Timers } from "../../platform/timers.ts";
import type { Identity } from "../identity/index.ts";
import type { ListRow } from "./domain/plan-import.ts";
import { soughtWords } from "./domain/search-words.ts";
import { departmentRoutes } from "./http/department-routes.ts";
import { importRoutes } from "./http/import-routes.ts";
import { peopleRoutes } from "./http/people-routes.ts";
import { tagRoutes } from "./http/tag-routes.ts";
import type { InCalls } from "./in-calls.port.ts";
import type { Photos } from "./photos.port.ts";
import { tellLanguage } from "./reactions/when-language-changed.ts";
import { tellPhotos } from "./reactions/when-photo-changed.ts";
import { followUsers } from "./reactions/when-users-changed.ts";
import { presenceCommands } from "./realtime/commands.ts";
import { createPresence } from "./realtime/create-presence.ts";
import { emailsOf } from "./store/emails.ts";
import { findPeople } from "./store/find-people.ts";
import { scimContentTypes, scimRoutes } from "./scim/scim-routes.ts";
import { tokenRoutes } from "./scim/tokens.ts";
import { carriersOf } from "./store/tag-carriers.ts";
import { userByEmail } from "./store/people.ts";
import type { DirectoryTables } from "./store/tables.ts";

export { fold } from "./domain/fold.ts";
export { soughtWords } from "./domain/search-words.ts";
import { eraseCard } from "./use-cases/erase-card.ts";
import { importPeople } from "./use-cases/import-people.ts";
import { updateCard } from "./use-cases/update-card.ts";
import { tellCard } from "./use-cases/tell-card.ts";

export type { DirectoryTables } from "./store/tables.ts";

/** The powers of the module; `inCalls` and `photos` are ports that `app/` plugs. */
export interface DirectoryDeps {
  readonly database: Database<DirectoryTables> &
    Pick<
      OpenDatabase<DirectoryTables & OutboxTables>,
      "db" | "onDurableCommit"
    >;
  readonly identity: Identity;
  readonly bus: EventBus;
  readonly hub: Pick<
    Hub,
    "isConnected" | "notify" | "notifyConnection" | "connectedPrincipals"
  >;
  readonly inCalls: InCalls;
  readonly photos: Photos;
  /** The address people open, without a path. */
  readonly publicUrl: string;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly ids: Ids;
  readonly log: Log;
}

/** The people of the company: their cards, how to find them, and whether they are there. */
export interface Directory extends AsyncDisposable {
  readonly routes: readonly Route[];
  /** SCIM 2.0 under `/scim/v2`. */
  readonly protocols: NonNullable<HttpOptions["protocols"]>;
  readonly commands: CommandHandlers;
  readonly onConnectionClosed: ConnectionClosedListener;
  /** To be called before the first socket is let in. */
  start(): Promise<void>;
  /** Settles when every user made before the call has a card. */
  catchUp(): Promise<void>;
  /** Settles when every change of presence was told; for tests. */
  quiet(): Promise<void>;
  /** As everybody sees them now, in the order of the ids. */
  presencesOf(userIds: readonly UserId[]): Promise<readonly Presence[]>;
  /** Who carries these tags now; unknown ones are left out. A transaction that holds rows asks over its own line. */
  carriersOf(
    tagIds: readonly TagId[],
    runner?: StatementRunner,
  ): Promise<ReadonlyMap<TagId, ReadonlySet<UserId>>>;
  /** Whose card has this address; undefined when nobody's has, or several people's. */
  userByEmail(email: string): Promise<UserId | undefined>;
  /** Writes an address on somebody's card, in the server's name. Refuses `request.not_found`. */
  keepEmail(userId: UserId, email: string): Promise<void>;
  /** Takes a list of people as it is; a wrong row leaves all of it untaken and is told in the report. */
  takeList(actor: Actor, rows: readonly ListRow[]): Promise<ImportReport>;
  /** Takes away a person's card, tags and status. */
  readonly eraseCard: typeof eraseCard;
  /** What is kept of a person, for them. */
  tellCard(userId: UserId): AsyncIterable<unknown>;
  /** E-mail addresses of those who have one. */
  emailsOf(userIds: readonly UserId[]): Promise<ReadonlyMap<UserId, string>>;
  /** The best first; see `GET /api/v1/people`. */
  find(
    viewerId: UserId,
    text: string,
    limit: number,
  ): Promise<readonly Person[]>;
}

export function createDirectory(deps: DirectoryDeps): Directory {
  const { database } = deps;
  const presence = createPresence(deps);
  const users = followUsers(deps);
  const photos = tellPhotos(deps);
  const languages = tellLanguage(deps);
  return {
    routes: [
      ...peopleRoutes({ ...deps, presence }),
      ...departmentRoutes(deps),
      ...tagRoutes(deps),
      ...importRoutes(deps),
      ...tokenRoutes(deps),
    ],
    protocols: { routes: scimRoutes(deps), contentTypes: scimContentTypes },
    commands: presenceCommands({ ...deps, presence }),
    onConnectionClosed: presence.onConnectionClosed,
    async start() {
      await presence.start();
      users.start();
    },
    catchUp: () => users.catchUp(),
    quiet: () => presence.quiet(),
    takeList: (actor, rows) =>
      importPeople(deps, actor, {
        list: { rows, ignoredColumns: [] },
        isApplied: true,
      }),
    eraseCard,
    tellCard: (userId) => tellCard(deps.database.db, userId),
    presencesOf: (userIds) => presence.of(userIds),
    emailsOf: (userIds) => emailsOf(database.db, userIds),
    carriersOf: (tagIds, runner = database.db) => carriersOf(runner, tagIds),
    keepEmail: (userId, email) =>
      updateCard(deps, serverActor, { userId, email }),
    userByEmail: (email) => userByEmail(database.db, email),
    find: async (viewerId, text, limit) => {
      const words = soughtWords(text);
      return (await findPeople(database.db, { words, viewerId, limit })).items;
    },
    async [Symbol.asyncDispose]() {
      photos[Symbol.dispose]();
      languages[Symbol.dispose]();
      await users[Symbol.asyncDispose]();
      await presence[Symbol.asyncDispose]();
    },
  };
}
