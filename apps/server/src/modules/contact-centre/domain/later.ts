/** The instant `ms` after `at`. */
export const later = (at: Date, ms: number): Date =>
  new Date(at.getTime() + ms);
