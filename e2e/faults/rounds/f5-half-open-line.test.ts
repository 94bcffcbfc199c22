import { expect, it } from "vitest";
import { createPerson, startFaultProxy, waitUntil } from "@veche/test-world";
import { sharedWorld } from "../injections/shared-world.ts";
import { timeUntil } from "../injections/readiness.ts";
import { firstRoom, speakerIn } from "../load/places.ts";
import { runRound, seeds } from "../round.ts";

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
        const said = await Promise.all(
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
            const noticedMs = await timeUntil(
              `the client to notice a ${mode}`,
              () => device.line.state.get().kind !== "live",
              60_000,
            );
            measure(`client noticed ${mode}, ms`, noticedMs, 35_500);
            proxy.setMode("pass");
            proxy.reset();
            await arrived;
            await waitUntil(
              "the line to be live again",
              () => device.line.state.get().kind === "live",
              { timeoutMs: 45_000 },
            );
            return noticedMs;
          }),
        );
        for (const { device, proxy } of victims) {
          device[Symbol.dispose]();
          await proxy[Symbol.asyncDispose]();
        }
        return said.every((ms) => ms < 60_000)
          ? []
          : ["a client did not notice its dead line"];
      },
    });
    expect(violations).toEqual([]);
  },
);
