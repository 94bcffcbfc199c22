import type { ColumnType, Generated } from "kysely";
import type { PasskeyId, Role, UserId } from "@veche/contracts";
import type { Flow } from "../domain/flow.ts";

/** Written as JSON text, read parsed. */
type Json<Value> = ColumnType<Value, string, string>;

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
  };
}
