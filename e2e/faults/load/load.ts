import { setTimeout as pause } from "node:timers/promises";
import { randomUUID } from "node:crypto";
import {
  errorRegistry,
  type ClientId,
  type ConversationId,
} from "@veche/contracts";
import { CommandError } from "@veche/realtime-client";
import { waitUntil, type Person } from "@veche/test-world";
import type { Random } from "../random.ts";
import type { Recorder, Sent } from "../record.ts";
import type { Crew, CrewMember } from "./crew.ts";

/** A person does not type on for ever into a line that answers nothing. */
const pendingPerDevice = 8;
const settleTimeoutMs = 60_000;

export interface Load {
  /** Grows while the round runs; a nemesis that sends by itself adds its own. */
  readonly sent: Sent[];
  /** From the invocation to the ack, milliseconds, of those acked without a second try. */
  readonly ackTimesMs: readonly number[];
  /** Says one thing as somebody and settles with the time to its ack, milliseconds; recorded like all others. */
  readonly say: (words: Words) => Promise<number>;
  readonly start: () => void;
  readonly stop: () => void;
  /** Settles when every send has come to an end; what is still open then is left `unknown`. */
  readonly settle: () => Promise<void>;
}

export interface Words {
  readonly member: CrewMember;
  readonly device: Person;
  readonly conversationId: ConversationId;
  readonly body: string;
}

export interface LoadDeps {
  readonly crew: Crew;
  readonly random: Random;
  readonly recorder: Recorder;
  readonly ratePerSecond: number;
}

/** Sends, reads and receipts of random people in random groups, each send under an id of its own. */
export function createLoad(deps: LoadDeps): Load {
  const { crew, random, recorder, ratePerSecond } = deps;
  const sent: Sent[] = [];
  const ackTimesMs: number[] = [];
  const pending = new Map<Person, number>();
  const running = new Set<Promise<void>>();
  let isOn = false;
  let isSettling = false;

  const note = (
    one: Sent,
    kind: "ok" | "fail" | "unknown",
    extra: Readonly<Record<string, string | number>>,
  ): void => recorder.write(kind, { clientId: one.clientId, ...extra });

  /** Sends under the same id until the server has said yes or no: what an outbox does, seen from outside. */
  const command = async (device: Person, one: Sent): Promise<void> => {
    const begunMs = recorder.elapsedMs();
    for (let attempt = 1; ; attempt += 1) {
      try {
        const { seq } = await device.line.send("message.send", {
          conversationId: one.conversationId,
          clientId: one.clientId,
          body: one.body,
        });
        one.outcome = { kind: "acked", seq };
        if (attempt === 1) ackTimesMs.push(recorder.elapsedMs() - begunMs);
        note(one, "ok", { seq, attempt });
        return;
      } catch (error) {
        const code =
          error instanceof CommandError ? error.code : "server.failed";
        if (!errorRegistry[code].isRetryable) {
          one.outcome = { kind: "refused", code };
          note(one, "fail", { code });
          return;
        }
        note(one, "unknown", { code, attempt });
        const { kind } = device.line.state.get();
        // A line that was ended for good sends no more; the round is told so by the checkers.
        if (kind === "stopped" || (isSettling && attempt > 20)) {
          one.outcome = { kind: "unknown" };
          return;
        }
        const askedMs =
          error instanceof CommandError ? error.retryAfterMs : undefined;
        // All that wait at one device must not come back in the same instant: that is what a flood looks like.
        await pause((askedMs ?? 200) * (1 + random.next() * pendingPerDevice));
      }
    }
  };

  const say = ({
    member,
    device,
    conversationId,
    body,
  }: Words): Promise<number> => {
    const one: Sent = {
      clientId: randomUUID() as unknown as ClientId,
      conversationId,
      authorId: member.userId,
      body,
      by: "command",
      outcome: { kind: "pending" },
    };
    sent.push(one);
    recorder.write("invoke", {
      clientId: one.clientId,
      conversationId,
      by: "command",
    });
    pending.set(device, (pending.get(device) ?? 0) + 1);
    const begunMs = recorder.elapsedMs();
    const work = command(device, one).finally(() => {
      pending.set(device, (pending.get(device) ?? 1) - 1);
      running.delete(work);
    });
    running.add(work);
    return work.then(() => recorder.elapsedMs() - begunMs);
  };

  const speak = (member: CrewMember): void => {
    const device = random.oneOf(member.devices);
    const conversationId: ConversationId = random.oneOf(member.conversationIds);
    const body =
      `${member.login} ${sent.length} ${"слово ".repeat(random.below(30))}`.trim();
    if ((pending.get(device) ?? 0) >= pendingPerDevice) return;
    if (random.next() < 0.3) {
      const clientId = device.line.sendMessage(conversationId, body);
      sent.push({
        clientId,
        conversationId,
        authorId: member.userId,
        body,
        by: "outbox",
        outcome: { kind: "unknown" },
      });
      recorder.write("invoke", { clientId, conversationId, by: "outbox" });
      return;
    }
    void say({ member, device, conversationId, body });
  };

  const read = (member: CrewMember): void => {
    const device = random.oneOf(member.devices);
    const conversationId = random.oneOf(member.conversationIds);
    const head = device.line.log(conversationId).get().headSeq;
    if (head > 0) device.line.markRead(conversationId, 1 + random.below(head));
  };

  const run = async (): Promise<void> => {
    const begunMs = performance.now();
    for (let count = 0; isOn; count += 1) {
      const member = random.oneOf(crew.members);
      if (random.next() < 0.1) read(member);
      else speak(member);
      // Open loop: a slow server does not slow the people down.
      const dueMs = begunMs + ((count + 1) * 1000) / ratePerSecond;
      const leftMs = dueMs - performance.now();
      if (leftMs > 1) await pause(leftMs);
    }
  };

  return {
    sent,
    ackTimesMs,
    say,
    start: () => {
      isOn = true;
      void run();
    },
    stop: () => {
      isOn = false;
    },
    settle: async () => {
      isOn = false;
      isSettling = true;
      const devices = crew.members.flatMap((member) => member.devices);
      await waitUntil(
        "every send to come to an end",
        () => running.size === 0,
        { timeoutMs: settleTimeoutMs },
      );
      await waitUntil(
        "every outbox to be empty",
        () => devices.every(({ line }) => line.unsent.get().length === 0),
        { timeoutMs: settleTimeoutMs },
      ).catch(() => undefined);
    },
  };
}
