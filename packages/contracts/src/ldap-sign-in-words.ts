/** Which setting of a directory mends what a test found. */
export const directoryFields = [
  "url",
  "startsTls",
  "bindDn",
  "base",
  "userFilter",
] as const;
export type DirectoryField = (typeof directoryFields)[number];

/** What a test of a directory may find. */
export const directoryProblems = [
  /** SIGN_IN_INNER_HOSTS does not name its host. */
  "address_refused",
  "unreachable",
  "no_tls",
  /** The account that looks for people, or its password, is wrong. */
  "bind_refused",
  "base_unknown",
  "filter_refused",
  "nobody_found",
] as const;
export type DirectoryProblem = (typeof directoryProblems)[number];
