import type { Db } from "../../platform/db/database.ts";
import { createVerifier, type Verdict } from "./chain.ts";
import { entriesAfter, readHead } from "./store/entries.store.ts";
import type { AuditTables } from "./store/tables.ts";

const pageSize = 5_000;

/** Reads the whole trail in one snapshot and names the first entry that is not as it was written. */
export async function verifyChain(
  key: string,
  db: Db<AuditTables>,
): Promise<Verdict> {
  return db
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute(async (tx) => {
      const verifier = createVerifier(key);
      let position = 0;
      for (;;) {
        const page = await entriesAfter(tx, position, pageSize);
        for (const entry of page) verifier.next(entry);
        const last = page.at(-1);
        if (last === undefined || page.length < pageSize) break;
        position = last.position;
      }
      return verifier.end(await readHead(tx));
    });
}
