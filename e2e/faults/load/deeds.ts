import { randomUUID } from "node:crypto";
import type {
  ClientId,
  CommandName,
  CommandParams,
  ConversationId,
  ErrorCode,
  MessageId,
} from "@veche/contracts";
import type { Person } from "@veche/test-world";
import type { Random } from "../random.ts";
import type { Deed, Recorder, Scheduled } from "../record.ts";
import type { Crew, CrewMember } from "./crew.ts";
import { persist } from "./persist.ts";
import type { Words } from "./words.ts";
import { createRestlessRooms } from "./restless-rooms.ts";
import { uploadDocument } from "./upload.ts";

interface StandingMessage {
  readonly conversationId: ConversationId;
  readonly messageId: MessageId;
  readonly seq: number;
  readonly author: CrewMember;
}

export interface DeedsDeps {
  readonly crew: Crew;
  readonly baseUrl: string;
  readonly random: Random;
  readonly recorder: Recorder;
  readonly isSettling: () => boolean;
  readonly say: (words: Words) => Promise<unknown>;
}

/** Everything people do in conversations besides speaking and reading. */
export interface Deeds {
  readonly done: readonly Deed[];
  readonly scheduled: readonly Scheduled[];
  /** What the server may never answer. */
  readonly complaints: readonly string[];
  /** A message stands, so that something can be done with it. */
  readonly knows: (message: StandingMessage) => void;
  readonly doSomething: (member: CrewMember) => void;
  /** Settles when every deed has come to an end and most of those shown out are in again. */
  readonly settle: () => Promise<void>;
}

const emoji = ["👍", "❤️", "🎉", "😂", "🤝"];
const knownMessages = 300;
const atOnce = 60;
const uploadsAtOnce = 4;
const soonestMs = 500;
const spreadMs = 5_000;

/** What a race decides against somebody is a code, and no harm. */
const fairRefusals: ReadonlySet<ErrorCode> = new Set([
  "conversation.not_found",
  "message.not_found",
  "message.deleted",
  "message.already_sent",
  "message.too_many_reactions",
  "auth.forbidden",
  "request.conflict",
]);

export function createDeeds(deps: DeedsDeps): Deeds {
  const { crew, random, recorder, isSettling } = deps;
  const done: Deed[] = [];
  const scheduled: Scheduled[] = [];
  const complaints: string[] = [];
  const messages: StandingMessage[] = [];
  const running = new Set<Promise<void>>();
  let uploads = 0;
  let edits = 0;

  const ask = async <Name extends CommandName>(
    device: Person,
    name: Name,
    params: CommandParams<Name>,
  ) => {
    recorder.write("invoke", { deed: name });
    const answer = await persist(
      {
        random,
        isSettling,
        onRetry: (code) => recorder.write("unknown", { deed: name, code }),
      },
      device,
      [name, params],
    );
    recorder.write(answer.kind === "done" ? "ok" : "fail", {
      deed: name,
      attempt: answer.attempts,
    });
    if (answer.kind === "refused" && !fairRefusals.has(answer.code))
      complaints.push(`${name} was refused with ${answer.code}`);
    return answer;
  };
  const rooms = createRestlessRooms({ crew, random, ask });

  const edit = async ({ author, ...message }: StandingMessage) => {
    const device = random.oneOf(author.devices);
    const named = inPlace(message);
    edits += 1;
    // The same words again would change nothing.
    const body = `edited ${edits} ${"другое ".repeat(random.below(12))}`;
    if (random.next() < 0.3) {
      const change = { kind: "edit", body: body.trim() } as const;
      device.line.changeMessage(message.conversationId, message, change);
      return;
    }
    const params = { ...named, clientId: newClientId(), body: body.trim() };
    const answer = await ask(device, "message.edit", params);
    if (answer.kind !== "done") return;
    const { seq } = answer.result;
    const actorId = author.userId;
    done.push({ kind: "edited", ...named, actorId, body: params.body, seq });
  };

  const remove = async ({ author, ...message }: StandingMessage) => {
    const device = random.oneOf(author.devices);
    const named = inPlace(message);
    const answer = await ask(device, "message.delete", named);
    if (answer.kind !== "done") return;
    done.push({ kind: "deleted", ...named, actorId: author.userId });
  };

  const react = async (member: CrewMember) => {
    const message = random.oneOf(messages);
    if (!member.conversationIds.includes(message.conversationId)) return;
    const device = random.oneOf(member.devices);
    const named = inPlace(message);
    const reaction = { emoji: random.oneOf(emoji), isSet: random.next() < 0.7 };
    if (random.next() < 0.3) {
      const change = { kind: "reaction", ...reaction } as const;
      device.line.changeMessage(message.conversationId, message, change);
      return;
    }
    const answer = await ask(device, "reaction.set", { ...named, ...reaction });
    if (answer.kind !== "done") return;
    done.push({
      kind: "reacted",
      ...named,
      actorId: member.userId,
      ...reaction,
    });
  };

  const markUnread = async (member: CrewMember) => {
    const device = random.oneOf(member.devices);
    const conversationId = random.oneOf(member.conversationIds);
    const { headSeq } = device.line.log(conversationId).get();
    if (headSeq === 0) return;
    const actorId = member.userId;
    // Noted before it is asked: without an answer it may have been done.
    done.push({ kind: "marked_unread", conversationId, actorId });
    const fromSeq = 1 + random.below(headSeq);
    await ask(device, "receipt.mark_unread", { conversationId, fromSeq });
  };

  const upload = async (member: CrewMember) => {
    if (uploads >= uploadsAtOnce || isSettling()) return;
    uploads += 1;
    const device = random.oneOf(member.devices);
    const { baseUrl } = deps;
    const { headers } = device;
    const outcome = await uploadDocument({
      baseUrl,
      headers,
      random,
      isSettling,
    }).finally(() => (uploads -= 1));
    recorder.write(outcome.kind === "lost" ? "fail" : "ok", {
      deed: `upload ${outcome.kind}`,
    });
    if (outcome.kind === "lost") complaints.push(outcome.why);
    if (outcome.kind !== "whole") return;
    const { fileId, sha256 } = outcome;
    done.push({ kind: "uploaded", fileId, sha256 });
    await deps.say({
      member,
      device,
      conversationId: random.oneOf(member.conversationIds),
      body: `a file of ${member.login} ${done.length}`,
      fileId,
    });
  };

  const schedule = async (member: CrewMember) => {
    const device = random.oneOf(member.devices);
    const one: Scheduled = {
      clientId: newClientId(),
      conversationId: random.oneOf(member.conversationIds),
      authorId: member.userId,
      bodies: [`later ${scheduled.length} of ${member.login}`],
      state: { kind: "unknown" },
    };
    scheduled.push(one);
    const [body = ""] = one.bodies;
    const { clientId, conversationId } = one;
    const sendAt = soon(random);
    const message = { conversationId, clientId, body, sendAt };
    const answer = await ask(device, "message.schedule", message);
    if (answer.kind === "refused" && answer.attempts === 1)
      one.state = { kind: "refused" };
    if (answer.kind !== "done") return;
    const { scheduledId } = answer.result;
    one.state = { kind: "waits", scheduledId };
    if (random.next() < 0.2) await reschedule(device, one, scheduledId);
    if (random.next() < 0.2) await takeBack(device, one, scheduledId);
  };

  const reschedule = async (
    device: Person,
    one: Scheduled,
    scheduledId: MessageId,
  ) => {
    const body = `${one.bodies[0] ?? ""} after all`;
    one.bodies.push(body);
    const sendAt = soon(random);
    await ask(device, "message.reschedule", { scheduledId, body, sendAt });
  };

  const takeBack = async (
    device: Person,
    one: Scheduled,
    scheduledId: MessageId,
  ) => {
    one.state = { kind: "unknown" };
    const answer = await ask(device, "message.unschedule", { scheduledId });
    if (answer.kind === "done") one.state = { kind: "taken_back", scheduledId };
    // Refused at once: it was on its way. After a lost answer it may have been taken back by the first try.
    else if (answer.kind === "refused" && answer.attempts === 1)
      one.state = { kind: "waits", scheduledId };
  };

  const choose = (member: CrewMember): Promise<void> | undefined => {
    const dice = random.next();
    if (dice < 0.05) return rooms.changeMembers();
    if (dice < 0.1) return upload(member);
    if (dice < 0.2) return schedule(member);
    if (dice < 0.3) return markUnread(member);
    if (messages.length === 0) return undefined;
    if (dice < 0.6) return edit(random.oneOf(messages));
    if (dice < 0.7) return remove(random.oneOf(messages));
    return react(member);
  };

  return {
    done,
    scheduled,
    complaints,
    knows: (message) => {
      messages.push(message);
      if (messages.length > knownMessages) messages.shift();
    },
    doSomething: (member) => {
      if (running.size >= atOnce) return;
      const work = choose(member)?.finally(() => running.delete(work ?? never));
      if (work !== undefined) running.add(work);
    },
    settle: async () => {
      while (running.size > 0) await Promise.allSettled(running);
      await rooms.letMostIn();
      for (const { devices } of crew.members)
        for (const { line } of devices) discardRefused(line);
    },
  };
}

const never = Promise.resolve();
const newClientId = (): ClientId => randomUUID() as unknown as ClientId;
const soon = (random: Random): string =>
  new Date(Date.now() + soonestMs + random.below(spreadMs)).toISOString();
const inPlace = ({
  conversationId,
  messageId,
}: Pick<StandingMessage, "conversationId" | "messageId">) => ({
  conversationId,
  messageId,
});

/** A person reads why something was refused, and lets it go. */
export function discardRefused(line: Person["line"]): void {
  for (const { clientId, state } of [
    ...line.unsent.get(),
    ...line.unsentChanges.get(),
  ])
    if (state.kind === "refused" && fairRefusals.has(state.code))
      line.discardMessage(clientId);
}
