import type { ColumnType } from "kysely";
import type {
  DepartmentId,
  FileId,
  PresenceState,
  ScimTokenId,
  TagId,
  UserId,
  WorkingHours,
} from "@veche/contracts";

/** Written as JSON text, read parsed. */
type Hours = ColumnType<WorkingHours | null, string | null, string | null>;

export interface DirectoryTables {
  departments: {
    id: DepartmentId;
    parentId: DepartmentId | null;
    name: string;
    managerId: UserId | null;
    createdAt: Date;
  };
  people: {
    userId: UserId;
    login: string;
    name: string;
    isDisabled: boolean;
    position: string | null;
    company: string | null;
    departmentId: DepartmentId | null;
    managerId: UserId | null;
    email: string | null;
    phone: string | null;
    workingHours: Hours;
    timeZone: string | null;
    photoId: FileId | null;
    /** The person's id in the system that provisions them. */
    externalId: string | null;
    /** Taken away by that system: it sees the person no more. */
    deprovisionedAt: Date | null;
    givenName: string | null;
    familyName: string | null;
    /** Folded, for searching; see `domain/search-words.ts`. */
    nameWords: string;
    words: string;
    createdAt: Date;
    changedAt: Date;
  };
  statuses: {
    userId: UserId;
    state: ColumnType<PresenceState, PresenceState | undefined, PresenceState>;
    text: string | null;
    until: Date | null;
    lastSeenAt: Date | null;
  };
  tags: {
    id: TagId;
    /** Null: everybody's. */
    ownerId: UserId | null;
    name: string;
    words: string;
    /** As the provider of groups calls it; null: by its name. */
    displayName: string | null;
    externalId: string | null;
    createdAt: Date;
    changedAt: Date;
  };
  scimTokens: {
    id: ScimTokenId;
    name: string;
    /** The token itself is never stored. */
    tokenHash: Buffer;
    createdAt: Date;
    lastUsedAt: Date | null;
  };
  tagPeople: { tagId: TagId; userId: UserId };
}
