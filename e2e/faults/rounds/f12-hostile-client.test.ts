import { it } from "vitest";
import {
  percentile,
  probeAcks,
  usualProbe,
} from "../injections/latency-probe.ts";
import { orderAttack, startBareTarget } from "../injections/order-attack.ts";
import { serverMetric } from "../injections/server-metrics.ts";
import { sharedWorld } from "../injections/shared-world.ts";
import { firstRoom, speakerIn, speakersOutside } from "../load/places.ts";
import { isTimed } from "../../timed.ts";
import { expectNone, runRound, seeds, type RoundContext } from "../round.ts";

const world = sharedWorld();
/** As long as a probe takes. */
const waves = 4;
/**
 * By turns, and all answers count together: the 99th of a hundred of one turn is three answers, and a disk that stalls
 * once is most of them.
 */
const comparisons = isTimed ? 8 : 1;

it.each(seeds())(
  "F12: a hostile client is cut by code and the others go on (seed %i)",
  async (seed) => {
    const violations = await runRound({
      name: "f12-hostile-client",
      seed,
      world: world(),
      ratePerSecond: 50,
      nemesis: async (context) => {
        const { world: present, recorder, measure } = context;
        const processId = present.server.processId();
        // Neither side of the comparison meets an attack for the first time.
        const { baseUrl } = present;
        await orderAttack({
          ...attackerIn(context),
          baseUrl,
          waves: 2,
          greets: true,
        });
        const healthyMs: number[] = [];
        const attackedMs: number[] = [];
        const survived = new Set<string>();
        for (let time = 0; time < comparisons; time += 1) {
          healthyMs.push(...(await acksWhileBareTargetIsAttacked(context)));
          recorder.write("nemesis", { act: "attack" });
          const { acks, uncut } = await whileServerIsAttacked(context);
          attackedMs.push(...acks);
          for (const name of uncut) survived.add(`${name} was not cut off`);
        }
        measure("healthy p99, ms", p99(healthyMs));
        measure("p99 by healthy p99", p99(attackedMs) / p99(healthyMs), 1.3);
        measure(
          "event loop lag p99, ms",
          (await serverMetric(present, "nodejs_eventloop_lag_p99_seconds")) *
            1000,
          100,
        );
        const ended =
          present.server.processId() !== processId ||
          !present.server.isRunning();
        return [
          ...survived,
          ...(ended ? ["the server ended"] : []),
          ...(/uncaught/i.test(present.server.output())
            ? ["the server met an error that nobody caught"]
            : []),
        ];
      },
    });
    expectNone(violations);
  },
);

const p99 = (values: readonly number[]): number => percentile(values, 0.99);

const probe = ({ crew, load }: RoundContext): Promise<readonly number[]> =>
  probeAcks(load, {
    speakers: speakersOutside(crew, firstRoom(crew)),
    ...usualProbe,
  });

const attackerIn = ({ crew }: RoundContext) => {
  const room = firstRoom(crew);
  const { device } = speakerIn(room, room.members[0]);
  return {
    headers: device.headers,
    conversationId: room.conversationId,
    waves,
  };
};

/** The same machine with the same attacker, who is after somebody else: what is left is the server's own doing. */
async function acksWhileBareTargetIsAttacked(
  context: RoundContext,
): Promise<readonly number[]> {
  using target = await startBareTarget();
  const order = { ...attackerIn(context), greets: false };
  const [acks] = await Promise.all([
    probe(context),
    orderAttack({ ...order, baseUrl: target.baseUrl }),
  ]);
  return acks;
}

async function whileServerIsAttacked(context: RoundContext) {
  const { baseUrl } = context.world;
  const [acks, report] = await Promise.all([
    probe(context),
    orderAttack({ ...attackerIn(context), baseUrl, greets: true }),
  ]);
  const uncut = Object.entries(report)
    // Deep JSON within the frame limit is merely an invalid command: refused, not cut off.
    .filter(
      ([name, codes]) => name !== "JSON 20,000 deep" && codes.includes(null),
    )
    .map(([name]) => name);
  return { acks, uncut };
}
