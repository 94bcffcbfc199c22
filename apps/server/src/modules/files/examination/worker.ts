import { writeFileSync } from "node:fs";
import { constants, setPriority } from "node:os";
import sharp from "sharp";
import type { ExaminationAnswer, ExaminationTask } from "./examination.ts";
import { lookAtFile } from "./look-at-file.ts";

// A process of its own: what a hostile file does to a decoder, it does here. Whoever answers people goes first, and
// when memory is short, this is what the kernel ends.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
try {
  writeFileSync("/proc/self/oom_score_adj", "800");
} catch {
  // Another kernel: nothing depends on it.
}
sharp.concurrency(1);
sharp.cache(false);

const answer = async (task: ExaminationTask): Promise<ExaminationAnswer> => {
  try {
    return { kind: "done", examination: await lookAtFile(task) };
  } catch (error) {
    return { kind: "failed", message: String(error) };
  }
};

// The line carries what `examiner.ts` sends, and nothing else writes to it.
process.on("message", (task: ExaminationTask) => {
  void answer(task).then((said) => process.send?.(said));
});
// The server is gone: nobody waits for an answer.
process.on("disconnect", () => process.exit(0));
