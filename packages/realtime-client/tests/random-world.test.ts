import { describe, expect, test } from "vitest";
import type {
  ConversationId,
  DeviceId,
  PrincipalId,
  TimelineEvent,
} from "@veche/contracts";
import {
  createRealtimeClient,
  type MessageChange,
  type OutboxState,
  type RealtimeClient,
} from "../src/index.ts";
import { createFakeNetwork, type FakeNetwork } from "./fake-network.ts";
import { createFakeProfile, type FakeProfile } from "./fake-tabs.ts";
import { presentEntries } from "./model-page.ts";
import { ModelServer } from "./model-server.ts";
import {
  createVirtualWorld,
  settle,
  type VirtualWorld,
} from "./virtual-world.ts";

interface Tab {
  readonly client: RealtimeClient;
  /** The browser ends it between two steps: it says nothing more to anybody. */
  readonly kill: () => void;
}

interface Person {
  readonly principalId: PrincipalId;
  readonly profile: FakeProfile;
  readonly network: FakeNetwork;
  tabs: Tab[];
}

const isRefused = ({ state }: { readonly state: OutboxState }): boolean =>
  state.kind === "refused";

const rooms = ["room-1", "room-2"] as ConversationId[];

class RandomWorld {
  readonly world: VirtualWorld;
  readonly server: ModelServer;
  readonly people: readonly Person[];
  /** Bodies by author and room, in the order they were typed. */
  readonly typed = new Map<string, string[]>();

  readonly #comeAndGo: boolean;

  constructor(seed: number, { comeAndGo = false } = {}) {
    this.#comeAndGo = comeAndGo;
    this.world = createVirtualWorld(seed);
    this.server = new ModelServer({
      nowMs: this.world.powers.nowMs,
      longestGap: 20,
    });
    const principalIds = ["ann", "bob", "cyd", "dan"] as PrincipalId[];
    for (const room of rooms) this.server.found(room, principalIds);
    this.people = principalIds.map((principalId) => ({
      principalId,
      profile: createFakeProfile(),
      network: createFakeNetwork(this.server.acceptor(principalId)),
      tabs: [],
    }));
    for (const person of this.people) this.openTab(person);
  }

  openTab(person: Person): void {
    const { powers } = this.world;
    const { storage, tabs } = person.profile.openTab();
    let isDead = false;
    const unlessDead = (task: () => void) => (): void => {
      if (!isDead) task();
    };
    const client = createRealtimeClient({
      connect: person.network.connect,
      deviceId: "device" as DeviceId,
      loadPage: this.server.loadPage,
      powers: {
        ...powers,
        after: (delayMs, task) => powers.after(delayMs, unlessDead(task)),
        onWake: (listener) => powers.onWake(unlessDead(listener)),
      },
      outbox: {
        storage,
        tabs: { ...tabs, tell: (word) => unlessDead(() => tabs.tell(word))() },
      },
    });
    const kill = (): void => {
      isDead = true;
      client.close();
    };
    person.tabs.push({ client, kill });
    client.start();
  }

  closeTab(person: Person): void {
    const victim = this.world.random.pick(person.tabs);
    if (victim === undefined || person.tabs.length < 2) return;
    person.tabs = person.tabs.filter((tab) => tab !== victim);
    victim.kill();
  }

  type(person: Person): void {
    const tab = this.world.random.pick(person.tabs);
    const room = this.world.random.pick(rooms);
    if (tab === undefined || room === undefined) return;
    const key = `${person.principalId} ${room}`;
    const bodies = this.typed.get(key) ?? [];
    const body = `${key} ${bodies.length}`;
    this.typed.set(key, [...bodies, body]);
    tab.client.sendMessage(room, body);
  }

  /** Edits or deletes one of one's own messages, or reacts to anybody's. */
  change(person: Person): void {
    const { random } = this.world;
    const tab = random.pick(person.tabs);
    const room = random.pick(rooms);
    if (tab === undefined || room === undefined) return;
    const standing = this.server
      .log(room)
      .flatMap((event) => (event.type === "message.created" ? [event] : []));
    const own = standing.filter(
      ({ actorId }) => actorId === person.principalId,
    );
    const dice = random.below(10);
    const message = random.pick(dice < 6 ? own : standing);
    if (message === undefined) return;
    const change: MessageChange =
      dice < 4
        ? { kind: "edit", body: `edited ${random.below(1_000_000)}` }
        : dice < 6
          ? { kind: "delete" }
          : {
              kind: "reaction",
              emoji: random.pick(["👍", "🎉"]) ?? "👍",
              isSet: random.below(3) > 0,
            };
    tab.client.changeMessage(room, message, change);
  }

  /** Shows somebody out of a room, or lets them in again. */
  changeMembers({ principalId }: Person): void {
    const room = this.world.random.pick(rooms);
    if (room === undefined) return;
    if (this.server.isMember(room, principalId))
      this.server.expel(room, principalId);
    else this.server.admit(room, principalId);
  }

  /** Everybody is in again; what was refused meanwhile is sent again, changes are let go. */
  forgive(): void {
    for (const { principalId } of this.people)
      for (const room of rooms) this.server.admit(room, principalId);
    for (const { client } of this.people.flatMap(({ tabs }) => tabs)) {
      for (const { clientId } of client.unsent.get().filter(isRefused))
        client.retryMessage(clientId);
      for (const { clientId } of client.unsentChanges.get().filter(isRefused))
        client.discardMessage(clientId);
    }
  }

  async step(): Promise<void> {
    const { random } = this.world;
    const person = random.pick(this.people);
    if (person === undefined) return;
    const link = random.pick(person.network.links());
    const dice = random.below(100);
    if (dice < 10) {
      this.type(person);
      // What was typed is stored before a browser can die.
      await settle();
    } else if (dice < 12) {
      this.change(person);
      await settle();
    } else if (dice < 14) link?.cut();
    else if (dice < 16)
      for (const end of this.server.sockets()) end.close(4500);
    else if (dice < 18 && person.tabs.length < 3) this.openTab(person);
    else if (dice < 20) this.closeTab(person);
    else if (dice < 22) this.server.refusals.push("server.unavailable");
    else if (dice < 24) this.world.wake();
    else if (dice < 25) this.server.hintsToLose += 1;
    else if (dice < 26) for (const room of rooms) this.server.repeat(room, 3);
    else if (dice < 27 && this.#comeAndGo) this.changeMembers(person);
    else if (dice < 30) this.world.passToNext();
    else if (dice < 40) link?.establish();
    else if (dice < 70) link?.moveUp();
    else link?.moveDown();
  }

  /** Trouble is over: everything that can happen happens. */
  async calm(): Promise<void> {
    this.server.refusals.length = 0;
    this.server.hintsToLose = 0;
    for (let round = 0; round < 60; round += 1) {
      for (const { network } of this.people) network.flush();
      await settle();
      this.world.pass(1_000);
      this.forgive();
      // The next word after a lost one is what shows the hole.
      if (round === 30)
        for (const room of rooms)
          this.server.write(room, "eve" as PrincipalId, "the end");
    }
  }
}

const expectWhole = async (
  client: RealtimeClient,
  room: ConversationId,
  truth: readonly TimelineEvent[],
): Promise<void> => {
  expect(client.state.get()).toEqual({ kind: "live" });
  expect(client.unsent.get()).toEqual([]);
  expect(client.unsentChanges.get()).toEqual([]);
  const log = client.log(room);
  while (log.get().hasOlder) await log.loadOlder();
  expect(log.get().entries).toEqual(presentEntries(truth));
  const listed = client.conversations.get().find(({ id }) => id === room);
  expect(listed?.headSeq).toBe(truth.length);
};

const messagesOf = (
  events: readonly { readonly type: string; readonly body?: string }[],
): string[] =>
  events.flatMap(({ type, body }) =>
    type === "message.created" && body !== undefined ? [body] : [],
  );

/** The client itself knows no Node, its tests run on it. */
declare const process: { readonly env: Readonly<Record<string, string>> };
/** HISTORIES=5000 for a long look. */
const histories = Number(process.env["HISTORIES"] ?? 60);

describe("in a random world of cut lines, dying tabs and a failing server", () => {
  test.each(Array.from({ length: histories }, (_, index) => index + 1))(
    "nothing is lost, doubled or out of order (seed %i)",
    async (seed) => {
      const world = new RandomWorld(seed, { comeAndGo: true });
      for (let step = 0; step < 400; step += 1) {
        await world.step();
        if (step % 3 === 0) await settle();
      }
      await world.calm();

      for (const room of rooms) {
        const truth = world.server.log(room);
        for (const person of world.people) {
          const sent = messagesOf(
            truth.filter(({ actorId }) => actorId === person.principalId),
          );
          const typed = world.typed.get(`${person.principalId} ${room}`) ?? [];
          expect([...sent].sort(), "every message typed is there once").toEqual(
            [...typed].sort(),
          );
          for (const { client } of person.tabs)
            await expectWhole(client, room, truth);
        }
      }
    },
  );

  test.each([101, 102, 103, 104, 105])(
    "one tab's messages keep their order in a conversation (seed %i)",
    async (seed) => {
      const world = new RandomWorld(seed);
      for (let step = 0; step < 600; step += 1) {
        const before = world.people.map(({ tabs }) => tabs.length);
        await world.step();
        for (const [index, person] of world.people.entries()) {
          // One tab each: with several the order of typing is nobody's.
          if (before[index] === 1 && person.tabs.length > 1)
            world.closeTab(person);
        }
        if (step % 3 === 0) await settle();
      }
      await world.calm();
      for (const room of rooms) {
        for (const { principalId } of world.people) {
          const truth = world.server
            .log(room)
            .filter(({ actorId }) => actorId === principalId);
          expect(messagesOf(truth)).toEqual(
            world.typed.get(`${principalId} ${room}`) ?? [],
          );
        }
      }
    },
  );
});
