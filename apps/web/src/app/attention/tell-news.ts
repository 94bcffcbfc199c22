import {
  defaultNotificationSettings,
  type ConversationId,
  type NotificationSettings,
  type Presence,
  type TagId,
  type TimelineEvent,
  type User,
} from "@veche/contracts";
import {
  createStore,
  type Readable,
  type RealtimeClient,
} from "@veche/realtime-client";
import type { Sounds } from "@veche/ui";
import type { Texts } from "../../platform/texts/texts.tsx";
import { judgeNews, type Telling } from "./judge-news.ts";
import type { SystemNotices } from "../../platform/attention/system-notices.ts";
import { toldWords } from "./told-words.ts";
import { isTurnHere, type TurnDeps } from "./turn.ts";

export interface TellNewsDeps extends TurnDeps {
  readonly realtime: Pick<
    RealtimeClient,
    "on" | "onEvents" | "conversations" | "log"
  >;
  readonly me: User;
  readonly settings: Readable<NotificationSettings>;
  /** My own; null until it is known. */
  readonly presence: Readable<Presence | null>;
  /** Am I in a call in this browser? */
  readonly isTalking: () => boolean;
  readonly tagIds: () => ReadonlySet<TagId>;
  /** The conversation that this window shows. */
  readonly openId: () => ConversationId | null;
  /** By the server's clock. */
  readonly nowMs: () => number;
  readonly texts: Readable<Texts>;
  readonly sounds: Pick<Sounds, "message">;
  readonly notices: SystemNotices;
  readonly productName: () => string;
}

/** My rules, as the server tells them; until then those of somebody who chose nothing. */
export function followSettings(
  realtime: Pick<RealtimeClient, "on">,
): Readable<NotificationSettings> & { readonly close: () => void } {
  const store = createStore(defaultNotificationSettings);
  const close = realtime.on("notification_settings.changed", ({ settings }) =>
    store.set(settings),
  );
  return { ...store, close };
}

/** A burst of messages sounds once. */
const soundGapMs = 1_000;

/**
 * Sounds and shows what happens, by the person's rules: in one window of the browser only, and nothing of the
 * conversation that is being read. Answers with its end.
 */
export function tellNews(deps: TellNewsDeps): () => void {
  const { realtime, focus, notices, sounds, nowMs } = deps;
  let soundedAtMs = Number.NEGATIVE_INFINITY;
  const shown = new Map<ConversationId, number>();

  const sound = ({ sound: name }: Telling) => {
    if (name === null || nowMs() - soundedAtMs < soundGapMs) return;
    soundedAtMs = nowMs();
    sounds.message(name);
  };
  const show = shower(deps, shown);
  const tell = async (id: ConversationId, events: readonly TimelineEvent[]) => {
    const telling = judge(deps, id, events);
    if (telling === undefined || !(await isTurnHere(deps))) return;
    const isHere = focus.isHere();
    if (isHere && deps.openId() === id) return;
    sound(telling);
    if (!isHere) await show(id, telling);
  };
  const closeRead = () => {
    for (const id of [...shown.keys()]) {
      if ((find(realtime, id)?.unreadCount ?? 0) > 0) continue;
      shown.delete(id);
      void notices.close(id);
    }
  };
  const endings = [
    realtime.onEvents((id, events) => void tell(id, events)),
    realtime.conversations.subscribe(closeRead),
  ];
  return () => {
    for (const end of endings) end();
  };
}

/** Shows the newest of a conversation, with the number of what was shown of it since somebody looked. */
function shower(
  deps: TellNewsDeps,
  shown: Map<ConversationId, number>,
): (id: ConversationId, telling: Telling) => Promise<void> {
  const { realtime, me, notices } = deps;
  return async (id: ConversationId, telling: Telling): Promise<void> => {
    const conversation = find(realtime, id);
    if (conversation === undefined) return;
    const count = (shown.get(id) ?? 0) + telling.count;
    shown.set(id, count);
    const { settings, texts } = deps;
    const isNewest = conversation.lastMessage?.seq === telling.seq;
    const words = toldWords(
      { conversation, cause: telling.cause, count, isNewest },
      {
        me,
        texts: texts.get(),
        showsText: settings.get().showsText,
        productName: deps.productName(),
      },
    );
    await notices.show({
      ...words,
      tag: id,
      path: `/chats/${id}/${telling.seq}`,
    });
  };
}

const find = (
  { conversations }: Pick<TellNewsDeps["realtime"], "conversations">,
  id: ConversationId,
) => conversations.one(id).get() ?? undefined;

function judge(
  { realtime, me, settings, presence, isTalking, tagIds, nowMs }: TellNewsDeps,
  id: ConversationId,
  events: readonly TimelineEvent[],
): Telling | undefined {
  const conversation = find(realtime, id);
  if (conversation === undefined) return undefined;
  const state = presence.get();
  return judgeNews({
    conversation,
    events,
    me: me.id,
    around: {
      authorAt: (seq) =>
        realtime
          .log(id)
          .get()
          .entries.find((entry) => entry.seq === seq)?.actorId ?? undefined,
      carries: (_principalId, tagId) => tagIds().has(tagId),
    },
    settings: settings.get(),
    isDoNotDisturb: state?.state === "do_not_disturb",
    isInCall: isTalking() || state?.isInCall === true,
    nowMs: nowMs(),
  });
}
