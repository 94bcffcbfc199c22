import type { Call, ConversationId, TagId, User } from "@veche/contracts";
import { createTabLeader, type RealtimeClient } from "@veche/realtime-client";
import type { CallPlace } from "../../features/call/call-place.ts";
import type { HelpAsked } from "../../features/board/help-asked.ts";
import type { Desk } from "../../features/desk/desk.ts";
import type { Presences } from "../../platform/people/presences.ts";
import type { Services } from "../../platform/services.tsx";
import {
  createFocusLock,
  type FocusLock,
  type FocusLockDeps,
} from "./focus-lock.ts";
import { soundComings } from "./sound-comings.ts";
import { soundOut } from "./sound-out.ts";
import { tellHelp } from "./tell-help.ts";
import { followSettings, tellNews } from "./tell-news.ts";
import { tellReminders } from "./tell-reminders.ts";
import { callingCount } from "./calling-count.ts";

export interface AttentionDeps {
  readonly realtime: RealtimeClient;
  readonly desk: Desk;
  readonly calls: CallPlace;
  readonly presences: Presences;
  readonly help: Pick<HelpAsked, "all">;
  readonly me: User;
  readonly services: Pick<
    Services,
    "rest" | "powers" | "texts" | "sounds" | "notices" | "unreadMark"
  >;
  readonly window: Omit<FocusLockDeps, "name"> & {
    /** The page that is open in it. */
    readonly path: () => string;
  };
}

const openIn = (path: string): ConversationId | null => {
  const id = /^\/chats\/([0-9a-f-]{36})(?:\/|$)/u.exec(path)?.[1];
  // Whatever it names, nothing is told of it while it is open.
  return id === undefined ? null : (id as ConversationId);
};

/** The tags that name me; asked once, for colleagues give them rarely. */
function learnTags({ me, services: { rest } }: AttentionDeps) {
  let tagIds: ReadonlySet<TagId> = new Set();
  rest("getPerson", { params: { userId: me.id } }).then(
    ({ tags }) => (tagIds = new Set(tags.map(({ id }) => id))),
    // Unread counts come from the server, which knows them.
    () => undefined,
  );
  return () => tagIds;
}

/** Who calls, for whoever looks elsewhere; taken away when it rings no more. */
const ringOutside =
  (
    { services: { notices, texts, unreadMark } }: AttentionDeps,
    focus: Pick<FocusLock, "isHere">,
  ) =>
  (call: Call): (() => void) => {
    const tag = `call/${call.id}`;
    const path = `/chats/${call.conversationId}`;
    const caller = call.participants.find(
      ({ principalId }) => principalId === call.callerId,
    );
    const title = caller?.name ?? unreadMark.name();
    const body = texts.get().t("told.rings");
    if (!focus.isHere()) void notices.show({ title, body, tag, path });
    return () => void notices.close(tag);
  };

/** Whatever calls a person who looks elsewhere: sounds, the system's notifications, marks of the unread. */
export function createAttention(deps: AttentionDeps): () => void {
  const { realtime, desk, calls, me, services, window } = deps;
  const { powers, sounds, texts, notices, unreadMark } = services;
  const presence = deps.presences.of(me.id);
  const settings = followSettings(realtime);
  const leader = createTabLeader(`veche-desk-${me.id}`);
  const focus = createFocusLock({ ...window, name: `veche-focus-${me.id}` });
  const nowMs = () => powers.nowMs() + realtime.clockOffsetMs.get();
  const count = () =>
    unreadMark.count(callingCount(realtime.conversations.get(), nowMs()));
  const common = { settings, presence, leader, sounds };
  const telling = {
    ...common,
    ...{ realtime, me, focus, texts, notices, nowMs },
    isTalking: () => calls.state.get().kind === "here",
    productName: unreadMark.name,
  };
  const endings = [
    // Whoever subscribes watches: my own status is followed while I am signed in.
    presence.subscribe(() => undefined),
    tellNews({
      ...telling,
      tagIds: learnTags(deps),
      openId: () => openIn(window.path()),
    }),
    tellReminders(telling),
    tellHelp({ ...telling, help: deps.help }),
    soundOut({
      ...common,
      ...{ desk, calls },
      conversation: realtime.conversations.one,
      now: () => new Date(nowMs()),
      onRing: ringOutside(deps, focus),
    }),
    soundComings({ calls, sounds }),
    realtime.conversations.subscribe(count),
    settings.close,
    leader.resign,
    focus.close,
    () => unreadMark.count(0),
  ];
  return () => {
    for (const end of endings) end();
  };
}
