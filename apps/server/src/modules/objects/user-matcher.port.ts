import type { Language, UserId, UserMatching } from "@veche/contracts";

/** A user of the staff whom an application names. */
export interface MatchedUser {
  readonly id: UserId;
  readonly name: string;
  readonly language: Language;
}

/** Who the staff are; disabled users are nobody. `app/` plugs it. */
export interface UserMatcher {
  find(
    matchUsersBy: UserMatching,
    reference: string,
  ): Promise<MatchedUser | undefined>;
}
