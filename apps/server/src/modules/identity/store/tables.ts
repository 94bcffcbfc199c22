import type { ColumnType, Generated } from "kysely";
import type { Language, Role, SessionId, UserId } from "@veche/contracts";

/** Written as JSON text, read parsed. */
type Roles = ColumnType<readonly Role[], string, string>;

export interface IdentityTables {
  users: {
    id: UserId;
    login: string;
    name: string;
    passwordHash: string;
    roles: Roles;
    language: Language;
    disabledAt: Date | null;
    createdAt: Generated<Date>;
  };
  sessions: {
    id: SessionId;
    userId: UserId;
    tokenHash: Buffer;
    createdAt: Generated<Date>;
    lastUsedAt: Generated<Date>;
    expiresAt: Date;
    address: string;
    device: string;
  };
  /** One row. */
  staffNetworks: {
    /** Written as JSON text, read parsed. */
    networks: ColumnType<readonly string[], string, string>;
  };
  signInAttempts: {
    login: string;
    failedCount: number;
    lastFailedAt: Date;
    lockedUntil: Date | null;
  };
}
