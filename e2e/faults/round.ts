import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { World } from "@veche/test-world";
import { violationsOfCommonCondition } from "./checkers/after-every-fault.ts";
import { assembleCrew, type Crew } from "./load/crew.ts";
import { gatherEvidence } from "./load/gather-evidence.ts";
import { createLoad, type Load } from "./load/load.ts";
import { watchMemory, type MemoryWatch } from "./load/memory-watch.ts";
import { createRandom, type Random } from "./random.ts";
import { createRecorder, type Recorder } from "./record.ts";
import { isTimed } from "../timed.ts";

const folder = join(import.meta.dirname, "../artifacts/faults");

export interface RoundContext {
  readonly world: World;
  readonly crew: Crew;
  readonly load: Load;
  readonly random: Random;
  readonly recorder: Recorder;
  readonly memory: MemoryWatch;
  /** Keeps a number with the round's result; a limit makes it a condition of long rounds. */
  readonly measure: (name: string, value: number, limit?: number) => void;
}

export interface Round {
  readonly name: string;
  readonly seed: number;
  readonly world: World;
  readonly ratePerSecond?: number;
  /** Breaks something under load and mends it. Answers with what it found wrong itself. */
  readonly nemesis: (context: RoundContext) => Promise<readonly string[]>;
}

const quietMs = 2000;
/** Messages a second of all people together; an everyday run shares its machine with a browser or two. */
const usualRate = isTimed ? 200 : 60;

/** One round: quiet load, the fault under load, quiet load again, and the questions afterwards. */
export async function runRound({
  name,
  seed,
  world,
  ratePerSecond = usualRate,
  nemesis,
}: Round): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true });
  const random = createRandom(seed);
  await using recorder = createRecorder(join(folder, `${name}-${seed}.jsonl`));
  using memory = watchMemory(world.server.processId);
  using crew = await assembleCrew(world, random);
  const { baseUrl } = world;
  const load = createLoad({ crew, baseUrl, random, recorder, ratePerSecond });
  const measured: Record<string, number> = {};
  const late: string[] = [];
  const measure: RoundContext["measure"] = (what, value, limit) => {
    measured[what] = Math.round(value * 10) / 10;
    if (isTimed && limit !== undefined && value > limit)
      late.push(`${what}: ${value.toFixed(2)}, the limit is ${limit}`);
  };

  load.start();
  await pause(quietMs);
  memory.takeAsNormal();
  const found = [
    ...(await saying(
      nemesis({ world, crew, load, random, recorder, memory, measure }),
    )),
    ...(await saying(settleAfterQuiet(load))),
  ];
  const evidence = await gatherEvidence({ world, crew, load, memory });
  const violations = [
    ...found,
    ...late,
    ...violationsOfCommonCondition(evidence),
  ];

  const ackedCount = load.sent.filter(
    ({ outcome }) => outcome.kind === "acked",
  ).length;
  const report = {
    name,
    seed,
    sentCount: load.sent.length,
    ackedCount,
    measured,
    memory: evidence.memory,
    violations,
  };
  writeFileSync(
    join(folder, `${name}-${seed}.json`),
    `${JSON.stringify(report, undefined, 2)}\n`,
  );
  console.log(
    `${name} seed ${seed}: ${load.sent.length} sent, ${ackedCount} acked as commands, ${JSON.stringify(measured)}, ${violations.length} violations`,
  );
  // A round in which nobody got a word through proves nothing.
  return ackedCount < 50
    ? [...violations, `only ${ackedCount} messages were acknowledged`]
    : violations;
}

async function settleAfterQuiet(load: Load): Promise<readonly string[]> {
  await pause(quietMs / 2);
  await load.settle();
  return [];
}

/** A step that fails is a finding too: the questions at the end are asked all the same. */
async function saying(
  step: Promise<readonly string[]>,
): Promise<readonly string[]> {
  try {
    return await step;
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** The round held. What did not is told word by word: a list in an assertion is shown by its length alone. */
export function expectNone(violations: readonly string[]): void {
  if (violations.length > 0) throw new Error(violations.join("\n"));
}

/** The seeds of one fault's rounds: few in the everyday tests, many by `npm run faults`. */
export function seeds(everyday = 1): readonly number[] {
  const count = Number(process.env["FAULT_ROUNDS"] ?? everyday);
  const first = Number(process.env["FAULT_SEED"] ?? 1);
  return Array.from({ length: count }, (_, index) => first + index);
}
