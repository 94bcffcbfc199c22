import type { User, UserId } from "@veche/contracts";

/** Who the staff are; the identity module answers. Unknown ids are left out. */
export interface UserDirectory {
  many(
    ids: readonly UserId[],
  ): Promise<readonly Pick<User, "id" | "name" | "disabledAt">[]>;
}
