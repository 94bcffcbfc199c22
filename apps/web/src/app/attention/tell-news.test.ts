import {
  defaultNotificationSettings,
  type Conversation,
  type ConversationId,
  type MessageCreated,
  type NotificationSettings,
  type Presence,
  type PrincipalId,
  type TimelineEvent,
  type User,
} from "@veche/contracts";
import { createStore } from "@veche/realtime-client";
import { describe, expect, it } from "vitest";
import { loadTexts } from "../../platform/texts/load-texts.ts";
import { tellNews, type TellNewsDeps } from "./tell-news.ts";

const nowMs = Date.parse("2026-03-04T20:30:00.000Z");
// The teller asks for no more of a conversation, a message and a person than what stands here.
const id = "talk" as ConversationId;
const boris = "boris" as PrincipalId;
const me = { id: "anna" as PrincipalId, name: "Anna" } as unknown as User;
const texts = await loadTexts("en");

const said = (more: Partial<MessageCreated> = {}): TimelineEvent =>
  ({
    type: "message.created",
    seq: 7,
    at: new Date(nowMs - 1_000).toISOString(),
    actorId: boris,
    body: "lunch?",
    ...more,
  }) as unknown as TimelineEvent;

const talk = (more: object = {}): Conversation =>
  ({
    id,
    kind: "group",
    title: "Kitchen",
    members: [],
    confidentiality: null,
    unreadCount: 1,
    lastMessage: {
      seq: 7,
      authorId: boris,
      authorName: "Boris Petrov",
      excerpt: "lunch?",
      hint: null,
    },
    mine: { notify: "all", mutedUntil: null },
    ...more,
  }) as unknown as Conversation;

/** One window: what was heard and shown in it, and what happens around it. */
function openWindow({
  focus = "nowhere",
}: { focus?: "here" | "elsewhere" | "nowhere" } = {}) {
  const told: string[] = [];
  const listeners = new Set<
    Parameters<TellNewsDeps["realtime"]["onEvents"]>[0]
  >();
  const conversation = createStore<Conversation | null>(talk());
  const all = createStore<readonly Conversation[]>([]);
  const settings = createStore<NotificationSettings>(
    defaultNotificationSettings,
  );
  const presence = createStore<Presence | null>(null);
  const isLeader = createStore(true);
  const window = { openId: null as ConversationId | null, isTalking: false };
  const time = { ms: nowMs };
  const close = tellNews({
    // The parts of the client that are asked.
    realtime: {
      onEvents: (
        listener: typeof listeners extends Set<infer L> ? L : never,
      ) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      conversations: {
        ...all,
        one: () => conversation,
        order: createStore([]),
      },
      log: () => createStore({ entries: [{ seq: 3, actorId: me.id }] }),
    } as unknown as TellNewsDeps["realtime"],
    me,
    settings,
    presence,
    isTalking: () => window.isTalking,
    tagIds: () => new Set(),
    leader: { isLeader },
    focus: {
      isHere: () => focus === "here",
      isElsewhere: () => Promise.resolve(focus === "elsewhere"),
    },
    openId: () => window.openId,
    nowMs: () => time.ms,
    texts: createStore(texts),
    sounds: { message: (name = "chime") => void told.push(`sound: ${name}`) },
    notices: {
      show: ({ title, body, path }) => {
        told.push(`${title} | ${body} | ${path}`);
        return Promise.resolve();
      },
      close: (tag) => {
        told.push(`closed: ${tag}`);
        return Promise.resolve();
      },
    },
    productName: () => "Veche",
  });
  const happen = async (...events: readonly TimelineEvent[]) => {
    for (const listener of listeners) listener(id, events);
    // Whose turn it is was asked of the browser, and then the notice was shown.
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  const parts = {
    conversation,
    all,
    settings,
    presence,
    isLeader,
    window,
    time,
  };
  return { told, happen, close, ...parts };
}

const shown = "Kitchen | Boris: lunch? | /chats/talk/7";

describe("a message that comes while one looks elsewhere", () => {
  it("sounds, and is shown by the system with the way to it", async () => {
    const { told, happen } = openWindow();
    await happen(said());
    expect(told).toEqual(["sound: chime", shown]);
  });

  it("sounds in the window that is worked in, without a notification, unless its conversation is open there", async () => {
    const { told, happen, window } = openWindow({ focus: "here" });
    await happen(said());
    window.openId = id;
    await happen(said({ seq: 8 }));
    expect(told).toEqual(["sound: chime"]);
  });

  it("is told by one window of several", async () => {
    const other = openWindow({ focus: "elsewhere" });
    await other.happen(said());
    const follower = openWindow();
    follower.isLeader.set(false);
    await follower.happen(said());
    expect([...other.told, ...follower.told]).toEqual([]);
  });

  it("is not told where I wrote it myself, it was read on another device, or it is old", async () => {
    const { told, happen, conversation } = openWindow();
    await happen(said({ actorId: me.id }));
    await happen(said({ at: new Date(nowMs - 120_000).toISOString() }));
    conversation.set(talk({ unreadCount: 0 }));
    await happen(said());
    expect(told).toEqual([]);
  });

  it("is shown but not heard in a call, here or on another device", async () => {
    const here = openWindow();
    here.window.isTalking = true;
    await here.happen(said());
    const there = openWindow();
    there.presence.set({ isInCall: true } as unknown as Presence);
    await there.happen(said());
    expect([here.told, there.told]).toEqual([[shown], [shown]]);
  });

  it("is silent where I am not to be disturbed, in quiet hours, and in a muted conversation", async () => {
    const disturbed = openWindow();
    disturbed.presence.set({ state: "do_not_disturb" } as unknown as Presence);
    const quiet = openWindow();
    quiet.settings.set({
      ...defaultNotificationSettings,
      quietHours: { from: "00:00", to: "24:00", days: [1, 2, 3, 4, 5, 6, 7] },
    });
    const muted = openWindow();
    muted.conversation.set(
      talk({ mine: { notify: "all", mutedUntil: "9999-12-31T00:00:00.000Z" } }),
    );
    for (const { happen } of [disturbed, quiet, muted]) await happen(said());
    expect([disturbed.told, quiet.told, muted.told]).toEqual([[], [], []]);
  });

  it("has the sound of its conversation, or none", async () => {
    const { told, happen, conversation, time } = openWindow({ focus: "here" });
    const sounding = (message: string | null) =>
      talk({ mine: { notify: "all", mutedUntil: null, sounds: { message } } });
    conversation.set(sounding("knock"));
    await happen(said());
    time.ms += 5_000;
    conversation.set(sounding(null));
    await happen(said({ seq: 8 }));
    expect(told).toEqual(["sound: knock"]);
  });

  it("of many at once the newest is shown with their number, and one sound is heard", async () => {
    const { told, happen, conversation } = openWindow();
    await happen(said({ seq: 5 }), said({ seq: 6 }));
    conversation.set(talk({ confidentiality: { messageLifetimeMs: null } }));
    await happen(said());
    expect(told).toEqual([
      "sound: chime",
      "Kitchen | 2 new messages | /chats/talk/6",
      "Kitchen | 3 new messages | /chats/talk/7",
    ]);
  });

  it("gives no words where the person wants none shown", async () => {
    const { told, happen, settings } = openWindow();
    settings.set({ ...defaultNotificationSettings, showsText: false });
    await happen(said());
    expect(told).toContain("Veche | 1 new message | /chats/talk/7");
  });

  it("is taken from the screen when it is read, wherever that was", async () => {
    const { told, happen, conversation, all } = openWindow();
    await happen(said());
    conversation.set(talk({ unreadCount: 0 }));
    all.set([talk({ unreadCount: 0 })]);
    expect(told.at(-1)).toBe("closed: talk");
  });
});

it("a reaction to my message is told where I want that, and leads to the message", async () => {
  const { told, happen, settings } = openWindow();
  const reaction = {
    ...{ type: "reaction.changed", seq: 9, messageSeq: 3, isSet: true },
    ...{ emoji: "👍", actorId: boris, at: new Date(nowMs).toISOString() },
  } as unknown as TimelineEvent;
  await happen(reaction);
  expect(told).toEqual([]);
  settings.set({ ...defaultNotificationSettings, causes: ["reaction"] });
  await happen(reaction);
  expect(told.at(-1)).toBe(
    "Kitchen | A reaction to your message | /chats/talk/3",
  );
});

it("a call that was missed is told as a message is, and none that rings", async () => {
  const { told, happen } = openWindow();
  const at = new Date(nowMs).toISOString();
  const event = { at, actorId: boris, callId: "call" };
  await happen({
    ...event,
    type: "call.started",
    seq: 7,
  } as unknown as TimelineEvent);
  await happen({
    ...{ ...event, type: "call.ended", seq: 8, reason: "unanswered" },
  } as unknown as TimelineEvent);
  expect(told).toEqual([
    "sound: chime",
    "Kitchen | Missed call | /chats/talk/8",
  ]);
});
