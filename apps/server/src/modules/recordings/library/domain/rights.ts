import type { OpenedRecording, Role } from "@veche/contracts";

/** What somebody of the staff may do with recordings they may watch. */
export const libraryRights = (
  roles: readonly Role[],
): OpenedRecording["may"] => ({
  download: roles.includes("admin") || roles.includes("supervisor"),
  takeOriginals: roles.includes("admin"),
  hold: roles.includes("admin"),
  delete: roles.includes("admin"),
});

/** Others watch recordings of calls they were in. */
export const seesAll = (roles: readonly Role[]): boolean =>
  roles.includes("admin") || roles.includes("supervisor");
