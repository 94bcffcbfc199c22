import { expect, it } from "vitest";
import { setTimeout as pause } from "node:timers/promises";
import {
  createPerson,
  startFaultProxy,
  waitUntil,
  type FaultProxy,
  type Person,
} from "@veche/test-world";
import { violationsOfCommonCondition } from "../checkers/after-every-fault.ts";
import { sharedWorld } from "../injections/shared-world.ts";
import { assembleCrew, type CrewMember } from "../load/crew.ts";
import { gatherEvidence } from "../load/gather-evidence.ts";
import { createLoad } from "../load/load.ts";
import { watchMemory } from "../load/memory-watch.ts";
import { createRandom } from "../random.ts";
import { createRecorder } from "../record.ts";
import { expectNone, seeds } from "../round.ts";

const world = sharedWorld();
const messagesEach = 200;
const kills = 5;
const typingEveryMs = 60;
const patienceMs = 180_000;

/** Somebody at one more device, whose line can be cut. */
interface Writer {
  readonly member: CrewMember;
  readonly device: Person;
  readonly proxy: FaultProxy;
}

it.each(seeds())(
  "two devices send 200 messages each over a line that is cut, the server killed five times: each message is there once, in one order (seed %i)",
  async (seed) => {
    const present = world();
    const { baseUrl, server } = present;
    const random = createRandom(seed);
    await using recorder = createRecorder(
      `${import.meta.dirname}/../../artifacts/faults/network-cut-${seed}.jsonl`,
    );
    using memory = watchMemory(server.processId);
    using crew = await assembleCrew(present, random, {
      userCount: 3,
      devicesPerUser: 2,
      conversationCount: 1,
      membersPerConversation: 3,
    });
    const load = createLoad({
      ...{ crew, baseUrl, random, recorder },
      ratePerSecond: 0,
    });
    const [conversationId] = crew.conversationIds;
    if (conversationId === undefined) throw new Error("there is one group");
    const writers = await Promise.all(
      crew.members.slice(0, 2).map(async (member): Promise<Writer> => {
        const proxy = await startFaultProxy(server.port);
        const device = createPerson({
          baseUrl,
          socketUrl: proxy.url,
          headers: member.devices[0]?.headers ?? {},
        });
        device.line.log(conversationId).subscribe(() => undefined);
        device.line.start();
        await device.live();
        return { member, device, proxy };
      }),
    );
    memory.takeAsNormal();

    let typed = 0;
    const type = async ({ member, device }: Writer): Promise<void> => {
      for (let count = 1; count <= messagesEach; count += 1) {
        const body = `${member.login} ${count}`;
        const clientId = device.line.sendMessage(conversationId, body);
        load.sent.push({
          ...{ clientId, conversationId, body, by: "outbox" },
          authorId: member.userId,
          outcome: { kind: "unknown" },
        });
        recorder.write("invoke", { clientId, by: "outbox" });
        typed += 1;
        // Somebody reads meanwhile, here and there.
        const reader = random.oneOf(random.oneOf(crew.members).devices);
        const { headSeq } = reader.line.log(conversationId).get();
        if (headSeq > 0)
          reader.line.markRead(conversationId, 1 + random.below(headSeq));
        await pause(typingEveryMs);
      }
    };
    const cutLines = async (isOver: () => boolean): Promise<void> => {
      while (!isOver()) {
        const { proxy } = random.oneOf(writers);
        recorder.write("nemesis", { act: "cut" });
        proxy.setMode(random.next() < 0.5 ? "blackhole" : "pass");
        await pause(random.below(700));
        proxy.setMode("pass");
        proxy.reset();
        await pause(random.below(1_200));
      }
    };
    const killServer = async (): Promise<void> => {
      for (let count = 1; count <= kills; count += 1) {
        // Spread over the whole of the typing.
        await waitUntil(
          "more to be typed",
          () => typed >= (count * 2 * messagesEach) / (kills + 1),
          { timeoutMs: patienceMs },
        );
        recorder.write("nemesis", { act: "kill -9 server" });
        await server.kill();
        await server.start();
      }
    };
    const typing = Promise.all(writers.map(type));
    let isOver = false;
    const cutting = cutLines(() => isOver);
    await Promise.all([typing, killServer()]);
    isOver = true;
    await cutting;
    for (const { proxy } of writers) proxy.setMode("pass");
    await waitUntil(
      "both outboxes to be empty",
      () =>
        writers.every(({ device }) => device.line.unsent.get().length === 0),
      { timeoutMs: patienceMs, everyMs: 50 },
    );

    // What the cut devices hold is judged like that of all others.
    const members = crew.members.map((member) => ({
      ...member,
      devices: [
        ...member.devices,
        ...writers
          .filter((writer) => writer.member === member)
          .map(({ device }) => device),
      ],
    }));
    const evidence = await gatherEvidence({
      ...{ world: present, load, memory },
      crew: { ...crew, members },
    });
    const log = evidence.logs.get(conversationId) ?? [];
    const said = log.flatMap((event) =>
      event.type === "message.created" ? [event] : [],
    );
    expectNone(violationsOfCommonCondition(evidence));
    expect(said).toHaveLength(2 * messagesEach);
    // One device's messages stand in the order in which they were typed.
    for (const { member } of writers)
      expect(
        said
          .filter(({ actorId }) => actorId === member.userId)
          .map(({ body }) => body),
      ).toEqual(
        Array.from(
          { length: messagesEach },
          (_, index) => `${member.login} ${index + 1}`,
        ),
      );
    for (const { device, proxy } of writers) {
      device[Symbol.dispose]();
      await proxy[Symbol.asyncDispose]();
    }
  },
);
