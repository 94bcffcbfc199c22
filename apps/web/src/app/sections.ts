import type { Role } from "@veche/contracts";
import {
  iconAddressBook,
  iconApps,
  iconBolt,
  iconCalendar,
  iconChartLine,
  iconClock,
  iconDevices,
  iconHeadset,
  iconHistory,
  iconKey,
  iconLayoutGrid,
  iconLock,
  iconMessage,
  iconPalette,
  iconPhone,
  iconPlayerRecord,
  iconShieldLock,
  iconSitemap,
  iconUpload,
  iconUsers,
  iconWebhook,
  iconWorld,
  type IconPaths,
} from "@veche/ui";
import type { TextKey } from "../platform/texts/texts.tsx";

/** One page for the list and whatever is open beside it, at one of its messages: its address tells which. */
export const chatsPath = "/chats/{-$conversationId}/{-$seq}";

/** The calendar, and the conference that a link leads to. */
export const conferencesPath = "/conferences/{-$conferenceId}";

/** Headings of the administration, in their order. */
export const adminGroups = ["people", "product", "safety"] as const;
type AdminGroup = (typeof adminGroups)[number];

export interface Section {
  readonly path:
    | "/desk"
    | typeof chatsPath
    | "/calls"
    | typeof conferencesPath
    | "/people"
    | "/board"
    | "/reports"
    | "/history"
    | "/recordings"
    | "/users"
    | "/departments"
    | "/import"
    | "/provisioning"
    | "/sites"
    | "/applications"
    | "/webhooks"
    | "/queues"
    | "/wrap-up"
    | "/canned-answers"
    | "/branding"
    | "/privacy"
    | "/call-records"
    | "/media-nodes"
    | "/entry"
    | "/company-sign-in"
    | "/directory-sign-in"
    | "/security"
    | "/audit";
  readonly name: TextKey & `rail.${string}`;
  readonly icon: IconPaths;
  readonly anyOf: readonly Role[];
  /** Under which heading of the administration it stands; without it: in the rail. */
  readonly group?: AdminGroup;
}

const everybody = ["employee", "operator", "supervisor", "admin"] as const;

const railSections: readonly Section[] = [
  {
    path: "/desk",
    name: "rail.desk",
    icon: iconHeadset,
    anyOf: ["operator", "supervisor"],
  },
  { path: chatsPath, name: "rail.chats", icon: iconMessage, anyOf: everybody },
  { path: "/calls", name: "rail.calls", icon: iconPhone, anyOf: everybody },
  {
    path: conferencesPath,
    name: "rail.conferences",
    icon: iconCalendar,
    anyOf: everybody,
  },
  {
    path: "/people",
    name: "rail.people",
    icon: iconAddressBook,
    anyOf: everybody,
  },
  {
    path: "/board",
    name: "rail.board",
    icon: iconLayoutGrid,
    anyOf: ["supervisor", "admin"],
  },
  {
    path: "/reports",
    name: "rail.reports",
    icon: iconChartLine,
    anyOf: ["supervisor", "admin"],
  },
  {
    path: "/history",
    name: "rail.history",
    icon: iconHistory,
    anyOf: ["operator", "supervisor", "admin"],
  },
  {
    path: "/recordings",
    name: "rail.recordings",
    icon: iconPlayerRecord,
    anyOf: everybody,
  },
];

const admin = { anyOf: ["admin"] } as const;
const adminSections: readonly Section[] = [
  {
    path: "/users",
    name: "rail.users",
    icon: iconUsers,
    group: "people",
    ...admin,
  },
  {
    path: "/departments",
    name: "rail.departments",
    icon: iconSitemap,
    group: "people",
    ...admin,
  },
  {
    path: "/import",
    name: "rail.import",
    icon: iconUpload,
    group: "people",
    ...admin,
  },
  {
    path: "/provisioning",
    name: "rail.provisioning",
    icon: iconKey,
    group: "people",
    ...admin,
  },
  {
    path: "/sites",
    name: "rail.sites",
    icon: iconWorld,
    group: "product",
    ...admin,
  },
  {
    path: "/applications",
    name: "rail.apps",
    icon: iconApps,
    group: "product",
    ...admin,
  },
  {
    path: "/webhooks",
    name: "rail.webhooks",
    icon: iconWebhook,
    group: "product",
    ...admin,
  },
  {
    path: "/queues",
    name: "rail.queues",
    icon: iconCalendar,
    group: "product",
    ...admin,
  },
  {
    path: "/wrap-up",
    name: "rail.wrapUp",
    icon: iconClock,
    group: "product",
    ...admin,
  },
  {
    path: "/canned-answers",
    name: "rail.cannedAnswers",
    icon: iconBolt,
    group: "product",
    anyOf: ["supervisor", "admin"],
  },
  {
    path: "/branding",
    name: "rail.branding",
    icon: iconPalette,
    group: "product",
    ...admin,
  },
  {
    path: "/security",
    name: "rail.security",
    icon: iconShieldLock,
    group: "safety",
    ...admin,
  },
  {
    path: "/entry",
    name: "rail.signIn",
    icon: iconKey,
    group: "safety",
    ...admin,
  },
  {
    path: "/company-sign-in",
    name: "rail.companySignIn",
    icon: iconShieldLock,
    group: "safety",
    ...admin,
  },
  {
    path: "/directory-sign-in",
    name: "rail.directorySignIn",
    icon: iconSitemap,
    group: "safety",
    ...admin,
  },
  {
    path: "/privacy",
    name: "rail.privacy",
    icon: iconLock,
    group: "safety",
    ...admin,
  },
  {
    path: "/call-records",
    name: "rail.callRecords",
    icon: iconChartLine,
    group: "safety",
    ...admin,
  },
  {
    path: "/media-nodes",
    name: "rail.mediaNodes",
    icon: iconDevices,
    group: "safety",
    ...admin,
  },
  {
    path: "/audit",
    name: "rail.audit",
    icon: iconShieldLock,
    group: "safety",
    ...admin,
  },
];

/** Everything that can be opened, in its order; whoever may not use a section does not see it. */
export const sections: readonly Section[] = [...railSections, ...adminSections];

export const mayUse = (section: Section, roles: readonly Role[]): boolean =>
  section.anyOf.some((role) => roles.includes(role));

/** May they serve customers? The server's rule, seen from here: the Desk is open to those who may. */
export const mayServe = (roles: readonly Role[]): boolean =>
  sections.some((one) => one.path === "/desk" && mayUse(one, roles));

export const sectionsFor = (roles: readonly Role[]): readonly Section[] =>
  sections.filter((section) => mayUse(section, roles));

/**
 * Where a person lands: their first section, or the profile, which all have. A supervisor serves customers now and then;
 * their day does not begin at the Desk.
 */
export const homeFor = (roles: readonly Role[]): Section["path"] | "/profile" =>
  sectionsFor(roles).find(
    ({ path }) => path !== "/desk" || roles.includes("operator"),
  )?.path ?? "/profile";
