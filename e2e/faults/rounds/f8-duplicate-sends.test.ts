import { it } from "vitest";
import { randomUUID } from "node:crypto";
import type { ClientId, CommandResult } from "@veche/contracts";
import { CommandError } from "@veche/realtime-client";
import { sharedWorld } from "../injections/shared-world.ts";
import { firstRoom, speakerIn } from "../load/places.ts";
import { expectNone, runRound, seeds } from "../round.ts";

const world = sharedWorld();

it.each(seeds(3))(
  "F8: the same send many times over is one message with one answer (seed %i)",
  async (seed) => {
    const violations = await runRound({
      name: "f8-duplicate-sends",
      seed,
      world: world(),
      nemesis: async ({
        world: present,
        crew,
        load,
        random,
        recorder,
        measure,
      }) => {
        const room = firstRoom(crew);
        const { member, conversationId } = speakerIn(room, room.members[0]);
        const found: string[] = [];
        const repeated: {
          readonly clientId: ClientId;
          readonly body: string;
          readonly answer: CommandResult<"message.send">;
        }[] = [];
        const send = (
          clientId: ClientId,
          body: string,
        ): Promise<CommandResult<"message.send">> =>
          random
            .oneOf(member.devices)
            .line.send("message.send", { conversationId, clientId, body });
        for (let index = 0; index < 10; index += 1) {
          const clientId = randomUUID() as unknown as ClientId;
          const body = `said ${index}`;
          const answers = await Promise.all(
            Array.from({ length: 2 + random.below(9) }, () =>
              sendPatiently(() => send(clientId, body)),
            ),
          );
          if (
            new Set(answers.map((answer) => JSON.stringify(answer))).size !== 1
          )
            found.push(`${clientId} got different answers`);
          const [answer] = answers;
          if (answer !== undefined) {
            repeated.push({ clientId, body, answer });
            load.sent.push({
              clientId,
              conversationId,
              authorId: member.userId,
              body,
              by: "command",
              outcome: { kind: "acked", seq: answer.seq },
            });
          }
        }
        recorder.write("nemesis", {
          act: "kill -9 server between the first send and the next",
        });
        await present.server.kill();
        await present.server.start();
        for (const { clientId, body, answer } of repeated) {
          const again = await sendPatiently(() => send(clientId, body));
          if (JSON.stringify(again) !== JSON.stringify(answer))
            found.push(`${clientId} got another answer after the restart`);
          const refusal = await send(clientId, `${body}, but otherwise`).then(
            () => "accepted",
            (error: unknown) =>
              error instanceof CommandError ? error.code : "failed",
          );
          if (
            refusal !== "message.client_id_reused" &&
            refusal !== "request.rate_limited"
          )
            found.push(`${clientId} with another body: ${refusal}`);
        }
        measure("ids sent many times", repeated.length);
        return found;
      },
    });
    expectNone(violations);
  },
);

/** Again after a polite refusal: one device may say ten things a second. */
async function sendPatiently<Answer>(
  send: () => Promise<Answer>,
): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send();
    } catch (error) {
      const isWorthIt =
        error instanceof CommandError &&
        (error.code === "request.rate_limited" ||
          error.code === "server.unavailable");
      if (!isWorthIt || attempt > 50) throw error;
      await new Promise((resolve) =>
        setTimeout(resolve, error.retryAfterMs ?? 100),
      );
    }
  }
}
