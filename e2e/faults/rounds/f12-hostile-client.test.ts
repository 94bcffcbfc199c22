import { expect, it } from "vitest";
import { connect, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { World } from "@veche/test-world";
import { percentile, probeAcks } from "../injections/latency-probe.ts";
import { rawSocketOf, type RawSocket } from "../injections/raw-socket.ts";
import { serverMetric } from "../injections/server-metrics.ts";
import { sharedWorld } from "../injections/shared-world.ts";
import { firstRoom, speakerIn } from "../load/places.ts";
import { runRound, seeds, type RoundContext } from "../round.ts";

const world = sharedWorld();

it.each(seeds())(
  "F12: a hostile client is cut by code and the others go on (seed %i)",
  async (seed) => {
    const violations = await runRound({
      name: "f12-hostile-client",
      seed,
      world: world(),
      ratePerSecond: 50,
      nemesis: async (context) => {
        const { world: present, crew, load, recorder, measure } = context;
        const room = firstRoom(crew);
        const words = speakerIn(room, room.members[1]);
        const processId = present.server.processId();
        const healthy = await probeAcks(load, {
          words,
          count: 40,
          everyMs: 200,
        });
        recorder.write("nemesis", { act: "attack" });
        const [meanwhile, codes] = await Promise.all([
          probeAcks(load, { words, count: 40, everyMs: 200 }),
          attack(context),
        ]);
        measure(
          "p99 by healthy p99",
          percentile(meanwhile, 0.99) / percentile(healthy, 0.99),
          1.3,
        );
        measure(
          "event loop lag p99, ms",
          (await serverMetric(present, "nodejs_eventloop_lag_p99_seconds")) *
            1000,
          100,
        );
        const survived = codes
          .filter(([, code]) => code === undefined)
          .map(([name]) => `${name} was not cut off`);
        if (
          present.server.processId() !== processId ||
          !present.server.isRunning()
        )
          survived.push("the server ended");
        if (/uncaught/i.test(present.server.output()))
          survived.push("the server met an error that nobody caught");
        return survived;
      },
    });
    expect(violations).toEqual([]);
  },
);

type Attack = (socket: RawSocket["socket"], context: RoundContext) => void;

const attacks: Readonly<Record<string, Attack>> = {
  "10,000 messages at once": (socket, { crew }) => {
    const [conversationId] = crew.conversationIds;
    for (let id = 1; id <= 10_000; id += 1)
      socket.send(
        JSON.stringify({
          t: "command",
          id,
          name: "typing.show",
          params: { conversationId },
        }),
      );
  },
  "a frame of one megabyte": (socket) =>
    socket.send(
      JSON.stringify({
        t: "command",
        id: 1,
        name: "typing.show",
        params: { text: "x".repeat(1_048_576) },
      }),
    ),
  "JSON that is none": (socket) => socket.send('{"t":"command",'),
  "JSON 20,000 deep": (socket) =>
    socket.send(
      `{"t":"command","id":1,"name":"typing.show","params":${"[".repeat(20_000)}${"]".repeat(20_000)}}`,
    ),
  "bytes that are not UTF-8": (socket) =>
    socket.send(Buffer.from([0x7b, 0xff, 0xfe, 0x80, 0x7d]), { binary: false }),
  "a binary frame": (socket) =>
    socket.send(Buffer.alloc(1000, 1), { binary: true }),
};

/** Runs all attacks, each on a socket of its own, beside half-open handshakes; answers with each close code. */
async function attack(
  context: RoundContext,
): Promise<readonly (readonly [string, number | undefined])[]> {
  const { world: present, crew } = context;
  const { device } = speakerIn(firstRoom(crew), firstRoom(crew).members[0]);
  const idlers = openHalfHandshakes(present, 500);
  const codes = await Promise.all(
    Object.entries(attacks).map(async ([name, run]) => {
      const { socket, closed } = await rawSocketOf(device, present.baseUrl);
      run(socket, context);
      const code = await Promise.race([closed, pause(8000, undefined)]);
      socket.terminate();
      return [name, code] as const;
    }),
  );
  for (const idler of idlers) idler.destroy();
  // Deep JSON within the frame limit is merely an invalid command: refused, not cut off.
  return codes.map(
    ([name, code]) =>
      [name, name === "JSON 20,000 deep" ? (code ?? 0) : code] as const,
  );
}

function openHalfHandshakes(
  { server }: World,
  count: number,
): readonly Socket[] {
  return Array.from({ length: count }, () => {
    const socket = connect(server.port, "127.0.0.1");
    socket.on("error", () => undefined);
    socket.write(
      "GET /realtime HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n",
    );
    return socket;
  });
}
