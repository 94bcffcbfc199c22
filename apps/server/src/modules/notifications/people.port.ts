import type { PrincipalId, TagId, UserId } from "@veche/contracts";

/** Whether somebody wants to be left alone now; the directory knows. */
export interface Presences {
  of(userIds: readonly UserId[]): Promise<
    readonly {
      readonly userId: UserId;
      readonly isDoNotDisturb: boolean;
      readonly isInCall: boolean;
    }[]
  >;
}

/** Where letters to people go; whoever has no address is left out. */
export interface MailAddresses {
  of(userIds: readonly UserId[]): Promise<ReadonlyMap<UserId, string>>;
}

/** Who carries a tag, by the tag. */
export interface TagCarriers {
  of(
    tagIds: readonly TagId[],
  ): Promise<ReadonlyMap<TagId, ReadonlySet<PrincipalId>>>;
}
