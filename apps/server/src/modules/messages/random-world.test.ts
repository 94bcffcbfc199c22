import { describe, expect, it } from "vitest";
import type { ConversationId, TimelineEvent } from "@veche/contracts";
import {
  newClientId,
  openConversations,
  type ConversationsWorld,
} from "../../../tests/conversations.ts";
import type { UserPrincipal } from "../../platform/principal.ts";
import { serverActor } from "../../platform/db/database.ts";

/** mulberry32: the same seed, the same world. */
function randomFrom(seed: number) {
  let state = seed;
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const personCount = 6;
const groupCount = 4;
const deedCount = 400;
/** As many deeds are under way at once. */
const window = 25;

interface Deed {
  readonly person: UserPrincipal;
  readonly group: ConversationId;
  readonly kind: "send" | "resend" | "read" | "join" | "leave";
  readonly to: number;
}

async function live(world: ConversationsWorld, seed: number) {
  const random = randomFrom(seed);
  const people = Array.from({ length: personCount }, (_, index) =>
    world.user(`Person ${index}`),
  );
  const owner = world.user("Owner");
  const groups = await Promise.all(
    Array.from({ length: groupCount }, () => world.group(owner, ...people)),
  );
  const acked: { group: ConversationId; seq: number; body: string }[] = [];

  const pick = <One>(list: readonly One[]): One => {
    const one = list[random(list.length)];
    if (one === undefined) throw new Error("nothing to pick from");
    return one;
  };
  const deedOf = (): Deed => {
    const dice = random(20);
    const kind =
      dice < 9
        ? "send"
        : dice < 12
          ? "resend"
          : dice < 17
            ? "read"
            : dice < 19
              ? "join"
              : "leave";
    return { person: pick(people), group: pick(groups), kind, to: random(120) };
  };
  const unlessOut = (error: unknown): undefined => {
    if ((error as { code?: unknown }).code !== "conversation.not_found")
      throw error;
    return undefined;
  };
  const send = async ({ person, group }: Deed, times: number) => {
    const message = {
      body: `text ${random(1_000_000)}`,
      clientId: newClientId(),
    };
    const answers = await Promise.all(
      Array.from({ length: times }, () =>
        world.send(person, group, message).catch(unlessOut),
      ),
    );
    // Between two tries the author may have been shown out or let in; whatever was answered is one place.
    const places = new Set(
      answers.flatMap((answer) => (answer === undefined ? [] : [answer.seq])),
    );
    expect(places.size).toBeLessThanOrEqual(1);
    for (const seq of places) acked.push({ group, seq, body: message.body });
  };
  const change = ({ person, group, kind }: Deed) =>
    world.test.database.transact(serverActor, (unit) =>
      kind === "join"
        ? world.chats.addMember(unit, {
            conversationId: group,
            member: {
              principalId: person.id,
              kind: "user",
              name: person.name,
              role: "member",
            },
            actorId: null,
          })
        : world.chats.removeMember(unit, {
            conversationId: group,
            principalId: person.id,
            actorId: null,
          }),
    );
  const act = async (deed: Deed): Promise<void> => {
    if (deed.kind === "send") await send(deed, 1);
    else if (deed.kind === "resend") await send(deed, 3);
    else if (deed.kind === "read") {
      await world
        .move(deed.person, deed.group, {
          deliveredTo: deed.to + random(9),
          readTo: deed.to,
        })
        .catch(unlessOut);
    } else await change(deed);
  };
  for (let done = 0; done < deedCount; done += window) {
    await Promise.all(Array.from({ length: window }, () => act(deedOf())));
  }
  return { people: [owner, ...people], groups, acked };
}

/** Who is in, and the cursors of all, as the log alone tells. */
function retell(
  log: readonly TimelineEvent[],
  people: readonly UserPrincipal[],
) {
  const present = new Set<string>(people.map((person) => person.id));
  const cursors = new Map<string, { deliveredTo: number; readTo: number }>();
  for (const event of log) {
    if (event.type === "member.left") present.delete(event.principalId);
    if (event.type === "member.joined") present.add(event.member.principalId);
    if (event.type === "receipt.moved" && event.actorId !== null) {
      const { deliveredTo, readTo } = event;
      cursors.set(event.actorId, { deliveredTo, readTo });
    }
  }
  return {
    present,
    cursorsOf: (id: string) => cursors.get(id) ?? { deliveredTo: 0, readTo: 0 },
  };
}

const unreadIn = (
  log: readonly TimelineEvent[],
  readerId: string,
  readTo: number,
): number =>
  log.filter(
    (event) =>
      event.type === "message.created" &&
      event.actorId !== readerId &&
      event.seq > readTo,
  ).length;

describe("a random world of writers, readers, comers and goers", () => {
  it.each([1, 2, 3, 4, 5])(
    "agrees with a recount of its logs (P0, seed %i)",
    async (seed) => {
      await using world = await openConversations();
      const { people, groups, acked } = await live(world, seed);

      for (const group of groups) {
        const log = await world.chats.syncSource.eventsAfter(group, 0, 100_000);
        expect(log.map((event) => event.seq)).toEqual(
          log.map((_, index) => index + 1),
        );

        const bodies = log.flatMap((event) =>
          event.type === "message.created"
            ? [{ group, seq: event.seq, body: event.body }]
            : [],
        );
        const expected = acked
          .filter((ack) => ack.group === group)
          .sort((a, b) => a.seq - b.seq);
        expect(bodies).toEqual(expected);

        const { present, cursorsOf } = retell(log, people);
        for (const person of people) {
          const seen = await world.chats.syncSource.conversation(
            group,
            person.id,
          );
          expect(seen !== undefined).toBe(present.has(person.id));
          if (seen === undefined) continue;
          const { deliveredTo, readTo } = cursorsOf(person.id);
          expect(seen.headSeq).toBe(log.length);
          expect(seen.unreadCount).toBe(unreadIn(log, person.id, readTo));
          expect(
            seen.members.find((member) => member.principalId === person.id),
          ).toMatchObject({ deliveredTo, readTo });
        }
      }
    },
  );
});
