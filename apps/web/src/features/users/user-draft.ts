import type { Language, Role, User } from "@veche/contracts";

/** What the form of a user holds. */
export interface UserDraft {
  readonly login: string;
  readonly name: string;
  readonly password: string;
  readonly roles: readonly Role[];
  readonly language: Language;
}

export const draftOf = (
  user: User | undefined,
  language: Language,
): UserDraft => ({
  login: user?.login ?? "",
  name: user?.name ?? "",
  password: "",
  roles: user?.roles ?? ["employee", "operator"],
  language: user?.language ?? language,
});

export const draftFields = [
  "login",
  "name",
  "password",
  "roles",
  "language",
] as const satisfies readonly (keyof UserDraft)[];
export type DraftField = (typeof draftFields)[number];
/** Which texts of the catalogue say what is wrong; empty when the draft may be sent. */
export type DraftProblems = Partial<
  Record<
    DraftField,
    | "users.loginInvalid"
    | "users.nameMissing"
    | "users.rolesMissing"
    | "profile.passwordShort"
  >
>;

const loginPattern = /^[a-z0-9._@-]{2,64}$/;
const minPasswordLength = 10;

/** A new user needs a password; an empty one keeps the present password of an old user. */
export function problemsOf(
  draft: UserDraft,
  kind: "new" | "old",
): DraftProblems {
  const needsPassword = kind === "new" || draft.password !== "";
  return {
    ...(kind === "new" && !loginPattern.test(draft.login)
      ? { login: "users.loginInvalid" }
      : {}),
    ...(draft.name.trim() === "" ? { name: "users.nameMissing" } : {}),
    ...(draft.roles.length === 0 ? { roles: "users.rolesMissing" } : {}),
    ...(needsPassword && draft.password.length < minPasswordLength
      ? { password: "profile.passwordShort" }
      : {}),
  };
}

/** A new user as the contract wants it. */
export const newUserOf = (draft: UserDraft) => ({
  ...draft,
  name: draft.name.trim(),
  roles: [...draft.roles],
});

/** Only what differs goes to the server, so that two administrators do not undo each other's change. */
export function changesOf(
  user: User,
  draft: UserDraft,
): { name?: string; roles?: Role[]; password?: string } {
  const name = draft.name.trim();
  const sameRoles =
    [...user.roles].sort().join() === [...draft.roles].sort().join();
  return {
    ...(name === user.name ? {} : { name }),
    ...(sameRoles ? {} : { roles: [...draft.roles] }),
    ...(draft.password === "" ? {} : { password: draft.password }),
  };
}

export const matches = (user: User, text: string): boolean => {
  const wanted = text.trim().toLocaleLowerCase();
  return [user.name, user.login].some((word) =>
    word.toLocaleLowerCase().includes(wanted),
  );
};
