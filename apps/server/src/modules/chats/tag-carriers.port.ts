import type { PrincipalId, TagId } from "@veche/contracts";
import type { StatementRunner } from "../../platform/db/statements.ts";

/** Who carries a tag now: a message that names the tag names them. Answered by the directory. */
export interface TagCarriers {
  /**
   * Unknown tags are left out. Asked over the caller's own line: it holds rows for which others may wait on all the
   * lines there are.
   */
  of(
    tagIds: readonly TagId[],
    runner: StatementRunner,
  ): Promise<ReadonlyMap<TagId, ReadonlySet<PrincipalId>>>;
}
