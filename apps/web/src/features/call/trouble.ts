import type { DeviceProblem, LocalMediaSnapshot } from "@veche/call-client";

const problemOf = (
  source: LocalMediaSnapshot["camera"],
): DeviceProblem | null => (source.kind === "off" ? source.problem : null);

/** The trouble worth a word: the microphone's first. A screen that was not shared was the person's own choice. */
export const troubleOf = (
  local: Pick<LocalMediaSnapshot, "microphone" | "camera">,
): DeviceProblem | null =>
  problemOf(local.microphone) ?? problemOf(local.camera);
