import type { UserId } from "@veche/contracts";
import { createBi, type Bi } from "../modules/bi/index.ts";
import { createAudit, type Audit } from "../modules/audit/index.ts";
import {
  createCalls,
  type Calls,
  type CallsDeps,
} from "../modules/calls/index.ts";
import { createChats, type Chats } from "../modules/chats/index.ts";
import type { Conferences } from "../modules/conferences/index.ts";
import {
  createContactCentre,
  type ContactCentre,
} from "../modules/contact-centre/index.ts";
import { createCustomers, type Customers } from "../modules/customers/index.ts";
import { createDirectory, type Directory } from "../modules/directory/index.ts";
import type { Guests } from "../modules/guests/index.ts";
import type { Files } from "../modules/files/index.ts";
import {
  createIdentity,
  type Identity,
  type SessionSockets,
} from "../modules/identity/index.ts";
import {
  createMessages,
  type Messages,
  type MessagesDeps,
} from "../modules/messages/index.ts";
import { createObjects, type Objects } from "../modules/objects/index.ts";
import type { Library, Recordings } from "../modules/recordings/index.ts";
import { ratingsBySession, type Ratings } from "../modules/ratings/index.ts";
import { createSearch, type Search } from "../modules/search/index.ts";
import type { SignIn } from "../modules/sign-in/index.ts";
import {
  createMediaNodes,
  type MediaNodes,
} from "../modules/media-nodes/index.ts";
import {
  createSecurityChecks,
  type SecurityChecks,
} from "../modules/security-check/index.ts";
import { createWorkspace, type Workspace } from "../modules/workspace/index.ts";
import { systemTimeZone } from "../platform/clock.ts";
import type { SessionCookie } from "../platform/http/session-cookie.ts";
import type { Hub } from "../platform/realtime/hub.ts";
import type { Notifications } from "../modules/notifications/index.ts";
import type { Privacy } from "../modules/privacy/index.ts";
import type { AppDeps } from "./app-deps.ts";
import { demoPeople } from "./demo/people.ts";
import { createDataRights } from "./create-data-rights.ts";
import { createDoor } from "./create-door.ts";
import { createFileStore, photosIn, picturesIn } from "./create-file-store.ts";
import { createPlanning } from "./create-planning.ts";
import { createRating } from "./create-rating.ts";
import { createRecording, createRecordingLibrary } from "./create-recording.ts";
import { createNotifying } from "./create-notifying.ts";
import { createGuardedFetch } from "../platform/guarded-fetch/guarded-fetch.ts";
import { systemResolve } from "../platform/guarded-fetch/system-resolve.ts";
import { purposeKey } from "../platform/purpose-key.ts";
import { createGuardedPost } from "../platform/guarded-fetch/guarded-post.ts";
import { createSealedText } from "../platform/sealed-text.ts";
import type { Webhooks } from "../modules/webhooks/index.ts";
import { createTellingOutside } from "./create-telling-outside.ts";
import { matchUsers } from "./match-users.ts";

export interface Modules {
  readonly identity: Identity;
  readonly signIn: SignIn;
  readonly workspace: Workspace;
  readonly audit: Audit;
  readonly directory: Directory;
  readonly search: Search;
  readonly files: Files;
  readonly chats: Chats;
  readonly messages: Messages;
  readonly notifications: Notifications;
  readonly privacy: Privacy;
  readonly customers: Customers;
  readonly calls: Calls;
  readonly conferences: Conferences;
  readonly recordings: Recordings;
  readonly webhooks: Webhooks;
  readonly library: Library;
  readonly mediaNodes: MediaNodes;
  readonly securityChecks: SecurityChecks;
  readonly guests: Guests;
  readonly contactCentre: ContactCentre;
  readonly objects: Objects;
  readonly ratings: Ratings;
  readonly bi: Bi;
}

export interface ModuleDeps extends AppDeps {
  readonly hub: Hub;
  readonly cookie: SessionCookie;
  readonly sockets: SessionSockets;
}

/** Where lower modules look up, once the whole stands. */
interface Upward {
  readonly conferences: () => Conferences;
  readonly contactCentre: () => ContactCentre;
  readonly directory: () => Directory;
  readonly files: () => Files;
  readonly notifications: () => Notifications;
  readonly ratings: () => Ratings;
}

/** What stands already of those that are looked up to. */
type Built = {
  -readonly [Name in keyof Upward]?: Modules[Name];
};

/** Builds the modules from the bottom up. A port that looks upward is a function called when the whole stands. */
export function createModules(deps: ModuleDeps): Modules {
  const built: Built = {};
  const upward: Upward = {
    conferences: () => standing(built.conferences),
    contactCentre: () => standing(built.contactCentre),
    directory: () => standing(built.directory),
    files: () => standing(built.files),
    notifications: () => standing(built.notifications),
    ratings: () => standing(built.ratings),
  };
  const people = createPeople(deps, upward);
  const { chats } = people;
  const files = createFileStore(deps, chats);
  built.files = files;
  const service = createService(deps, people, upward);
  built.contactCentre = service.contactCentre;
  const directory = createPeopleFinder(deps, { ...people, ...service, files });
  built.directory = directory;
  const messages = createWriting(deps, { chats, files }, upward);
  const parts = { ...people, ...service, directory, messages, files };
  const objects = createApplications(deps, parts);
  const recordings = createRecording(deps, parts, upward);
  const notifications = createNotifying(deps, parts);
  built.notifications = notifications;
  const planning = createPlanning(deps, { ...parts, notifications });
  built.conferences = planning.conferences;
  const library = createRecordingLibrary(deps);
  const ratings = createRating(deps, { ...parts, notifications });
  built.ratings = ratings;
  const above = {
    ...parts,
    ...{ ...planning, library, notifications, recordings, ratings },
  };
  const audit = createTrail(deps);
  return {
    ...above,
    search: createFinder(deps, { chats, directory, objects }),
    objects,
    privacy: createDataRights(deps, above),
    webhooks: createTellingOutside(deps, above),
    audit,
    bi: createBi({ database: deps.database.narrow() }),
    securityChecks: createLooking(deps, { ...people, audit }),
    mediaNodes: createMediaNodes({
      ...deps,
      database: deps.database.narrow(),
    }),
  };
}

const createTrail = (deps: ModuleDeps): Audit =>
  createAudit({
    ...deps,
    sealKey: purposeKey(deps.config.secretKey, "audit"),
  });

/** How safe the installation is, as administrators are shown it. */
const createLooking = (
  deps: ModuleDeps,
  below: Pick<Modules, "audit" | "identity" | "signIn">,
): SecurityChecks =>
  createSecurityChecks({ ...deps, ...below, demoPasswords: demoPeople });

const createPeopleFinder = (
  deps: ModuleDeps,
  { identity, calls, files }: Pick<Modules, "identity" | "calls" | "files">,
): Directory =>
  createDirectory({
    ...deps,
    identity,
    inCalls: calls,
    photos: photosIn(files),
    publicUrl: deps.config.publicUrl,
  });

const createWriting = (
  deps: ModuleDeps,
  { chats, files }: Pick<Modules, "chats" | "files">,
  { notifications }: Upward,
): Messages =>
  createMessages({
    ...deps,
    database: deps.database.narrow(),
    chats,
    files,
    reminderCalls: callsIn(notifications),
    ...pageReading(deps),
  });

const createFinder = (
  deps: ModuleDeps,
  {
    chats,
    directory,
    objects,
  }: Pick<Modules, "chats" | "directory" | "objects">,
): Search =>
  createSearch({
    ...deps,
    database: deps.database.narrow(),
    chats,
    directory,
    objects,
  });

function standing<Module>(module: Module | undefined): Module {
  if (module !== undefined) return module;
  throw new Error("asked before all modules were built");
}

type People = Pick<
  Modules,
  "identity" | "signIn" | "workspace" | "chats" | "customers"
>;

/** Who there is, and where they talk. */
function createPeople(
  deps: ModuleDeps,
  { contactCentre, directory, files }: Upward,
): People {
  const { config, database, hub } = deps;
  const door: { signIn?: SignIn } = {};
  const identity = createIdentity({
    ...deps,
    database: database.narrow(),
    sessionLifetimeMs: config.timings.sessionLifetimeMs,
    areNetworksApplied: config.areStaffNetworksApplied,
    rateFactor: config.rateFactor,
    secondStep: {
      takesPassword: (user) => standing(door.signIn).mayComeAlone(user),
      byDirectory: (shown) => standing(door.signIn).comeByDirectory(shown),
      after: (user) => standing(door.signIn).secondStepOf(user),
    },
  });
  const workspace = createWorkspace({ ...deps, database: database.narrow() });
  const signIn = createDoor(deps, { identity, workspace }, directory);
  door.signIn = signIn;
  const chats = createChats({
    ...deps,
    database: database.narrow(),
    users: identity,
    readers: {
      mayRead: (principal, conversationId) =>
        contactCentre().mayRead(principal, conversationId),
    },
    tags: {
      of: (tagIds, runner) => directory().carriersOf(tagIds, runner),
    },
    pictures: picturesIn(files),
  });
  const customers = createCustomers({
    ...deps,
    database: database.narrow(),
    chats,
    sites: workspace,
    service: {
      openRequestOf: (id) => contactCentre().openRequestOf(id),
      serviceAt: (queueId) => contactCentre().serviceAt(queueId),
    },
    presence: { isOnline: (id) => hub.isConnected(id) },
  });
  return { identity, signIn, workspace, chats, customers };
}

/** How they call and are served. */
function createService(
  deps: ModuleDeps,
  { identity, chats, customers }: People,
  { contactCentre, conferences, notifications, ratings }: Upward,
): Pick<Modules, "calls" | "contactCentre"> {
  const { database, media, config } = deps;
  const { operatorSeatMs, customerSeatMs } = config.timings;
  const calls = createCalls({
    ...deps,
    database: database.narrow(),
    chats,
    media,
    sessions: {
      sessionIn: (conversationId) => contactCentre().sessionIn(conversationId),
    },
    conferences: { rulesIn: (id) => conferences().callRulesIn(id) },
    users: identity,
    ringing: ringingBy(notifications),
    settings: {
      holds: { userMs: operatorSeatMs, customerMs: customerSeatMs },
      mostSeats: config.callSeats,
    },
  });
  return {
    calls,
    contactCentre: createContactCentre({
      ...deps,
      database: database.narrow(),
      chats,
      customers,
      calls,
      ratings: {
        of: (requestIds) => ratings().of(requestIds),
        peopleSince: (since) => ratings().peopleSince(since),
        bySession: ratingsBySession,
      },
      settings: { ...config.timings, timeZone: systemTimeZone() },
    }),
  };
}

/** The business systems registered here, and what they talk about. */
const createApplications = (
  deps: ModuleDeps,
  {
    identity,
    directory,
    chats,
    messages,
    calls,
  }: Pick<Modules, "identity" | "directory" | "chats" | "messages" | "calls">,
): Objects =>
  createObjects({
    ...deps,
    database: deps.database.narrow(),
    chats,
    messages,
    captions: calls,
    users: matchUsers(identity, directory),
    outside: createGuardedPost({
      timers: deps.timers,
      resolve: systemResolve,
      allowedHosts: deps.config.innerHosts.webhooks,
    }),
    secrets: createSealedText(
      purposeKey(deps.config.secretKey, "application-secrets"),
    ),
    embedKey: purposeKey(deps.config.secretKey, "embed-tokens"),
  });

/** Reminders are of users alone. */
const callsIn = (
  notifications: Upward["notifications"],
): MessagesDeps["reminderCalls"] => ({
  remind: (unit, fired) =>
    notifications().remind(
      unit,
      fired.map(({ principalId, ...one }) => ({
        ...one,
        // Only users can set reminders.
        userId: principalId as UserId,
      })),
    ),
});

/** Only users are rung by their own rules. */
const ringingBy = (
  notifications: Upward["notifications"],
): CallsDeps["ringing"] => ({
  ring: (unit, wish) =>
    notifications().ring(unit, {
      ...wish,
      userIds: wish.userIds.map((id) => id as UserId), // who is rung is of the staff
    }),
});

const pageReading = ({
  config: { linkPreviews },
  timers,
}: Pick<ModuleDeps, "config" | "timers">) =>
  linkPreviews.isOn
    ? {
        fetchPage: createGuardedFetch({
          timers,
          resolve: systemResolve,
          allowedHosts: linkPreviews.innerHosts,
        }),
      }
    : {};
