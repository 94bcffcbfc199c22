import type { PrincipalId, TagId } from "@veche/contracts";

/** Who carries a tag now: a message that names the tag names them. Answered by the directory. */
export interface TagCarriers {
  /** Unknown tags are left out. */
  of(
    tagIds: readonly TagId[],
  ): Promise<ReadonlyMap<TagId, ReadonlySet<PrincipalId>>>;
}
