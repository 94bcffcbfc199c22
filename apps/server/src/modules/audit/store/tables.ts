import type { Generated } from "kysely";

export interface AuditEntriesTable {
  /** 1, 2, 3 … without a gap. */
  position: number;
  at: Date;
  type: string;
  actorId: string | null;
  actorName: string | null;
  address: string | null;
  details: Readonly<Record<string, string>>;
  hash: Buffer;
}

interface AuditHeadTable {
  isOnly: Generated<boolean>;
  position: number;
  hash: Buffer;
  seal: Buffer;
}

export interface AuditTables {
  auditEntries: AuditEntriesTable;
  auditHead: AuditHeadTable;
}
