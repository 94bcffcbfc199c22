import { openJanusLine } from "../../apps/server/src/modules/media/janus/janus-line.ts";
import { checkNode } from "../../apps/server/src/modules/media/nodes/check-node.ts";
import { systemIds } from "../../apps/server/src/platform/ids.ts";
import { systemTimers } from "../../apps/server/src/platform/timers.ts";
import { good, problem } from "./finding.js";

/** @typedef {import("./finding.js").Finding} Finding */
/** @typedef {import("../../apps/server/src/platform/config/config.ts").Config} Config */

/**
 * The media servers beside the one inside: each is asked, and makes a room for a moment.
 * @param {Config} config
 * @returns {Promise<Finding[]>}
 */
export function checkMediaNodes({ mediaNodes }) {
  return Promise.all(mediaNodes.map(checkOne));
}

/** @param {Config["mediaNodes"][number]} node @returns {Promise<Finding>} */
async function checkOne({ name, url, apiSecret, roomKey }) {
  const about = `Media server “${name}”`;
  try {
    using line = await openJanusLine({ url, apiSecret, timers: systemTimers });
    return good(
      about,
      `Janus ${await checkNode(line, { roomKey, ids: systemIds })} makes rooms`,
    );
  } catch (error) {
    return problem(
      about,
      error instanceof Error ? error.message : "does not answer",
      "look at its url, apiSecret and roomKey in MEDIA_NODES_FILE, and at its Janus",
    );
  }
}
