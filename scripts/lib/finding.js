/**
 * What the doctor found: `good` works · `notice` a part is off, the rest works · `problem` the server would not
 * start or not do its work. `fix` is one line.
 * @typedef {{ kind: "good" | "notice" | "problem", about: string, says: string, fix?: string }} Finding
 */

/** @param {string} about @param {string} says @returns {Finding} */
export const good = (about, says) => ({ kind: "good", about, says });

/** @param {string} about @param {string} says @param {string} fix @returns {Finding} */
export const notice = (about, says, fix) => ({
  kind: "notice",
  about,
  says,
  fix,
});

/** @param {string} about @param {string} says @param {string} fix @returns {Finding} */
export const problem = (about, says, fix) => ({
  kind: "problem",
  about,
  says,
  fix,
});
