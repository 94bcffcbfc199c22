import { good, notice } from "./finding.js";
import { hasProgram } from "./install-media.js";

/** @typedef {import("./finding.js").Finding} Finding */

/**
 * ffmpeg, which makes films of recorded calls.
 * @returns {Finding}
 */
export const checkFilms = () =>
  hasProgram("ffmpeg")
    ? good("Films of recordings", "ffmpeg is installed")
    : notice(
        "Films of recordings",
        "ffmpeg is not installed: recordings can be watched, and no films be made of them",
        "apt-get install ffmpeg",
      );
