import type { ColumnType, Generated } from "kysely";
import type {
  LdapDirectory,
  LdapDirectoryId,
  OidcProvider,
  OidcProviderId,
  PasskeyId,
  Role,
  UserId,
} from "@veche/contracts";
import type { Flow } from "../domain/flow.ts";

/** Written as JSON text, read parsed. */
type Json<Value> = ColumnType<Value, string, string>;

type ProviderSettings = Pick<
  OidcProvider,
  | "scopes"
  | "claims"
  | "rolesClaim"
  | "roleRules"
  | "matches"
  | "createsPeople"
  | "endsCompanySession"
>;

type DirectorySettings = Omit<
  LdapDirectory,
  "id" | "name" | "url" | "bindDn" | "isOff" | "createdAt"
>;

export interface SignInTables {
  totpFactors: {
    userId: UserId;
    secret: string | null;
    since: Date | null;
    lastStep: number | null;
    pendingSecret: string | null;
    pendingSince: Date | null;
  };
  recoveryCodes: {
    userId: UserId;
    codeHash: Buffer;
    usedAt: Date | null;
  };
  passkeys: {
    id: PasskeyId;
    userId: UserId;
    credentialId: string;
    publicKey: Buffer;
    counter: number;
    transports: Json<readonly string[]>;
    name: string;
    createdAt: Generated<Date>;
    lastUsedAt: Date | null;
  };
  signInFlows: {
    ticketHash: Buffer;
    flow: Json<Flow>;
    expiresAt: Date;
  };
  signInPolicy: {
    secondFactorRoles: Json<readonly Role[]>;
    emergencyUserId: UserId | null;
  };
  oidcProviders: {
    id: OidcProviderId;
    name: string;
    issuer: string;
    clientId: string;
    /** Sealed. */
    clientSecret: string | null;
    settings: Json<ProviderSettings>;
    isOff: boolean;
    createdAt: Generated<Date>;
  };
  ldapDirectories: {
    id: LdapDirectoryId;
    name: string;
    url: string;
    bindDn: string;
    /** Sealed. */
    bindPassword: string;
    settings: Json<DirectorySettings>;
    isOff: boolean;
    createdAt: Generated<Date>;
  };
  companyIdentities: {
    providerId: OidcProviderId | LdapDirectoryId;
    subject: string;
    userId: UserId;
    linkedAt: Generated<Date>;
  };
}
