import type { Role } from "@veche/contracts";
import {
  iconHeadset,
  iconHistory,
  iconMessage,
  iconPalette,
  iconShieldLock,
  iconUsers,
  iconWorld,
  type IconPaths,
} from "@veche/ui";
import type { TextKey } from "../platform/texts/texts.tsx";

/** One page for the list and whatever is open beside it, at one of its messages: its address tells which. */
export const chatsPath = "/chats/{-$conversationId}/{-$seq}";

export interface Section {
  readonly path:
    | "/desk"
    | typeof chatsPath
    | "/history"
    | "/users"
    | "/sites"
    | "/branding"
    | "/audit";
  readonly name: TextKey & `rail.${string}`;
  readonly icon: IconPaths;
  readonly anyOf: readonly Role[];
}

/** Everything the rail can show, in its order; whoever may not use a section does not see it. */
export const sections: readonly Section[] = [
  { path: "/desk", name: "rail.desk", icon: iconHeadset, anyOf: ["operator"] },
  {
    path: chatsPath,
    name: "rail.chats",
    icon: iconMessage,
    anyOf: ["employee", "operator", "supervisor", "admin"],
  },
  {
    path: "/history",
    name: "rail.history",
    icon: iconHistory,
    anyOf: ["operator", "supervisor", "admin"],
  },
  { path: "/users", name: "rail.users", icon: iconUsers, anyOf: ["admin"] },
  { path: "/sites", name: "rail.sites", icon: iconWorld, anyOf: ["admin"] },
  {
    path: "/branding",
    name: "rail.branding",
    icon: iconPalette,
    anyOf: ["admin"],
  },
  {
    path: "/audit",
    name: "rail.audit",
    icon: iconShieldLock,
    anyOf: ["admin"],
  },
];

export const mayUse = (section: Section, roles: readonly Role[]): boolean =>
  section.anyOf.some((role) => roles.includes(role));

export const sectionsFor = (roles: readonly Role[]): readonly Section[] =>
  sections.filter((section) => mayUse(section, roles));

/** Where a person lands: their first section, or the profile, which all have. */
export const homeFor = (roles: readonly Role[]): Section["path"] | "/profile" =>
  sectionsFor(roles)[0]?.path ?? "/profile";
