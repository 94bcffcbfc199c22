import { setTimeout as pause } from "node:timers/promises";
import { randomUUID } from "node:crypto";
import type { ClientId, ConversationId } from "@veche/contracts";
import { waitUntil, type Person } from "@veche/test-world";
import type { Random } from "../random.ts";
import type { Recorder, Sent } from "../record.ts";
import type { Crew, CrewMember } from "./crew.ts";
import { createDeeds, discardRefused, type Deeds } from "./deeds.ts";
import { persist } from "./persist.ts";
import type { Words } from "./words.ts";

/** A person does not type on for ever into a line that answers nothing. */
const pendingPerDevice = 8;
const settleTimeoutMs = 150_000;
const everybody = "@all";
/** So many of all that people do is neither speaking nor reading. */
const deedShare = 0.3;

export interface Load {
  /** Grows while the round runs; a nemesis that sends by itself adds its own. */
  readonly sent: Sent[];
  /** From the invocation to the ack, milliseconds, of those acked without a second try. */
  readonly ackTimesMs: readonly number[];
  /** What was done besides speaking. */
  readonly deeds: Pick<Deeds, "done" | "scheduled" | "complaints">;
  /** Says one thing as somebody and settles with the time to its ack, milliseconds; recorded like all others. */
  readonly say: (words: Words) => Promise<number>;
  readonly start: () => void;
  readonly stop: () => void;
  /** Settles when every send has come to an end; what is still open then is left `unknown`. */
  readonly settle: () => Promise<void>;
}

export interface LoadDeps {
  readonly crew: Crew;
  readonly baseUrl: string;
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

  const command = async (
    { member, device, fileId }: Words,
    one: Sent,
  ): Promise<void> => {
    const { conversationId, clientId, body } = one;
    const begunMs = recorder.elapsedMs();
    const files = fileId === undefined ? {} : { attachments: [{ fileId }] };
    const mentions = body.startsWith(everybody)
      ? { mentions: [{ kind: "all" as const, from: 0, to: everybody.length }] }
      : {};
    const answer = await persist(
      {
        random,
        isSettling: () => isSettling,
        onRetry: (code, attempt) => note(one, "unknown", { code, attempt }),
      },
      device,
      [
        "message.send",
        { conversationId, clientId, body, ...files, ...mentions },
      ],
    );
    const { attempts: attempt } = answer;
    switch (answer.kind) {
      case "done": {
        const { seq, messageId } = answer.result;
        one.outcome = { kind: "acked", seq };
        if (attempt === 1) ackTimesMs.push(recorder.elapsedMs() - begunMs);
        note(one, "ok", { seq, attempt });
        deeds.knows({ conversationId, messageId, seq, author: member });
        return;
      }
      case "refused":
        // Between two tries its author may have been shown out: the first may have come in.
        one.outcome =
          attempt === 1
            ? { kind: "refused", code: answer.code }
            : { kind: "unknown" };
        note(one, "fail", { code: answer.code });
        return;
      case "unknown":
        one.outcome = { kind: "unknown" };
    }
  };

  const say = (words: Words): Promise<number> => {
    const { member, device, conversationId, body } = words;
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
    const work = command(words, one).finally(() => {
      pending.set(device, (pending.get(device) ?? 1) - 1);
      running.delete(work);
    });
    running.add(work);
    return work.then(() => recorder.elapsedMs() - begunMs);
  };

  const speak = (member: CrewMember): void => {
    const device = random.oneOf(member.devices);
    const conversationId: ConversationId = random.oneOf(member.conversationIds);
    const isCall = random.next() < 0.05;
    const body =
      `${isCall ? `${everybody} ` : ""}${member.login} ${sent.length} ${"слово ".repeat(random.below(30))}`.trim();
    if ((pending.get(device) ?? 0) >= pendingPerDevice) return;
    if (!isCall && random.next() < 0.3) {
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

  const deeds = createDeeds({
    crew,
    baseUrl: deps.baseUrl,
    random,
    recorder,
    isSettling: () => isSettling,
    say,
  });
  const devices = crew.members.flatMap((member) => member.devices);
  for (const { line } of devices) {
    line.unsent.subscribe(() => queueMicrotask(() => discardRefused(line)));
    line.unsentChanges.subscribe(() =>
      queueMicrotask(() => discardRefused(line)),
    );
  }

  const run = async (): Promise<void> => {
    const begunMs = performance.now();
    for (let count = 0; isOn; count += 1) {
      const member = random.oneOf(crew.members);
      const dice = random.next();
      if (dice < 0.1) read(member);
      else if (dice < 0.1 + deedShare) deeds.doSomething(member);
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
    deeds,
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
      await deeds.settle();
      await waitUntil(
        "every send to come to an end",
        () => running.size === 0,
        { timeoutMs: settleTimeoutMs },
      );
      await waitUntil(
        "every outbox to be empty",
        () =>
          devices.every(
            ({ line }) =>
              line.unsent.get().length === 0 &&
              line.unsentChanges.get().length === 0,
          ),
        { timeoutMs: settleTimeoutMs },
      ).catch(() => undefined);
    },
  };
}
