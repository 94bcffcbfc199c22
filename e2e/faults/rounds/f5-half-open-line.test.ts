import { it } from "vitest";
import { createPerson, startFaultProxy, waitUntil } from "@veche/test-world";
import { sharedWorld } from "../injections/shared-world.ts";
import { timeUntil } from "../injections/readiness.ts";
import { firstRoom, speakerIn } from "../load/places.ts";
import { expectNone, runRound, seeds } from "../round.ts";

const world = sharedWorld();
const modes = [
  "blackhole",
  "half-open-to-client",
  "half-open-to-server",
] as const;

it.each(seeds())(
  "F5: what was typed into a dead line arrives once, and both ends notice (seed %i)",
  async (seed) => {
    const violations = await runRound({
      name: "f5-half-open-line",
      seed,
      world: world(),
      ratePerSecond: 20,
      nemesis: async ({ world: present, crew, load, recorder, measure }) => {
        const room = firstRoom(crew);
        const victims = await Promise.all(
          modes.map(async (mode, index) => {
            const member = room.members[index] ?? room.members[0];
            const proxy = await startFaultProxy(present.server.port);
            const device = createPerson({
              baseUrl: present.baseUrl,
              socketUrl: proxy.url,
              headers: speakerIn(room, member).device.headers,
            });
            device.line.start();
            await device.live();
            return { mode, member, proxy, device };
          }),
        );
        await Promise.all(
          victims.map(async ({ mode, member, proxy, device }) => {
            recorder.write("nemesis", { act: mode });
            proxy.setMode(mode);
            const words = {
              member,
              device,
              conversationId: room.conversationId,
              body: `typed into a ${mode}`,
            };
            const arrived = load.say(words);
            const lost = (): boolean => device.line.state.get().kind !== "live";
            const dropped = (): boolean =>
              proxy.lines()[0]?.isServerOpen === false;
            const [noticedMs] = await Promise.all([
              timeUntil(`the client to notice a ${mode}`, lost, {
                timeoutMs: 65_000,
              }),
              timeUntil(`the server to drop a ${mode}`, dropped, {
                timeoutMs: 65_000,
              }).then((ms) => {
                measure(`server dropped ${mode}, ms`, ms, 60_000);
              }),
            ]);
            // What still reaches the client speaks for the line: there the server is the first to know.
            measure(
              `client noticed ${mode}, ms`,
              noticedMs,
              mode === "half-open-to-server" ? 60_000 : 36_000,
            );
            proxy.setMode("pass");
            proxy.reset();
            await arrived;
            await waitUntil(
              "the line to be live again",
              () => device.line.state.get().kind === "live",
              { timeoutMs: 45_000 },
            );
          }),
        );
        for (const { device, proxy } of victims) {
          device[Symbol.dispose]();
          await proxy[Symbol.asyncDispose]();
        }
        return [];
      },
    });
    expectNone(violations);
  },
);
