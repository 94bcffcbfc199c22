import type {
  Conversation,
  MessageCreated,
  PrincipalId,
} from "@veche/contracts";
import type { LogSnapshot } from "@veche/realtime-client";
import { useMemo, useRef, useState, type MouseEvent } from "react";
import { useStore } from "../../../platform/store/use-store.ts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { Composer } from "../composer/composer.tsx";
import { Confidential } from "../confidential/confidential.tsx";
import { DetailsPane } from "../details/details-pane.tsx";
import { GalleryLayer, type GalleryPlace } from "../gallery/gallery-layer.tsx";
import { MessageDialogs } from "../dialogs/message-dialogs.tsx";
import { MentionContext } from "../message/markdown.tsx";
import { mayPost } from "../message/message-actions.ts";
import {
  MessageMenu,
  type MessageMenuPlace,
} from "../message/message-menu.tsx";
import { useMessenger } from "../messenger-context.tsx";
import { useConversationName } from "../use-conversation-name.ts";
import {
  ConversationContext,
  type ConversationView,
} from "./conversation-context.tsx";
import { ConversationHeader } from "./conversation-header.tsx";
import { CannotWrite } from "./cannot-write.tsx";
import { drawMentionWith } from "./draw-mention.tsx";
import { PinnedBar } from "./pinned-bar.tsx";
import { SelectionBar } from "./selection-bar.tsx";
import { ToEnd } from "./to-end.tsx";
import { timelineRows } from "./timeline-rows.ts";
import { Timeline, useTimelineScroll } from "./timeline.tsx";
import { useFileDrop } from "./use-file-drop.ts";
import { useMessageActs } from "./use-message-acts.ts";
import { usePlace } from "./use-place.ts";
import styles from "./conversation.module.css";

interface ConversationPaneProps {
  readonly conversation: Conversation;
  readonly startSeq: number | null;
}

/** Names of members, of whoever left, and of authors the log tells of. */
function useNames(
  { entries, members }: LogSnapshot,
  conversation: Conversation,
) {
  const { t } = useTexts();
  const { me } = useMessenger();
  const names = useMemo(() => {
    const known = new Map<PrincipalId, string>([[me.id, me.name]]);
    for (const entry of entries) {
      if (entry.type === "member.joined")
        known.set(entry.member.principalId, entry.member.name);
      if (entry.type === "member.left")
        known.set(entry.principalId, entry.name);
      if (entry.type === "message.created" && entry.replyTo !== undefined)
        known.set(entry.replyTo.authorId, entry.replyTo.authorName);
    }
    for (const { principalId, name } of [...conversation.members, ...members])
      known.set(principalId, name);
    return known;
  }, [entries, members, conversation.members, me]);
  return (id: PrincipalId | null) =>
    id === null ? t("msg.server") : (names.get(id) ?? t("msg.someone"));
}

function useTimeline({ conversation, startSeq }: ConversationPaneProps) {
  const { realtime, me } = useMessenger();
  const log = realtime.log(conversation.id);
  const snapshot = useStore(log);
  const unsent = useStore(realtime.unsentIn(conversation.id));
  const [unreadAfterSeq] = useState(() => {
    const mine = conversation.members.find(
      ({ principalId }) => principalId === me.id,
    );
    return conversation.unreadCount > 0 ? (mine?.readTo ?? 0) : null;
  });
  const { entries, hasNewer } = snapshot;
  const rows = useMemo(
    () =>
      timelineRows({
        entries,
        unsent: hasNewer ? [] : unsent,
        me: me.id,
        unreadAfterSeq,
      }),
    [entries, unsent, me.id, unreadAfterSeq, hasNewer],
  );
  const { place, virtual } = useTimelineScroll(rows, !hasNewer);
  const where = usePlace({
    conversation,
    log,
    snapshot,
    rows,
    virtual,
    startSeq,
  });
  return { log, snapshot, rows, place, virtual, where };
}

const lastOwn = (
  snapshot: LogSnapshot,
  me: PrincipalId,
): MessageCreated | undefined =>
  snapshot.entries.findLast(
    (entry): entry is MessageCreated =>
      entry.type === "message.created" &&
      entry.actorId === me &&
      entry.deletedAt === undefined &&
      entry.body !== "",
  );

/** An open conversation. */
export function ConversationPane({
  conversation,
  startSeq,
}: ConversationPaneProps) {
  const { realtime, me, preferences } = useMessenger();
  const name = useConversationName(conversation);
  const { log, snapshot, rows, place, virtual, where } = useTimeline({
    conversation,
    startSeq,
  });
  const nameOf = useNames(snapshot, conversation);
  const acts = useMessageActs(conversation, nameOf);
  const [isShowingDetails, setShowingDetails] = useState(false);
  const [menu, setMenu] = useState<MessageMenuPlace | null>(null);
  const [gallery, setGallery] = useState<GalleryPlace | null>(null);
  const addFiles = useRef<(files: readonly File[]) => void>(() => undefined);
  const drop = useFileDrop((files) => addFiles.current(files));
  const react = (message: MessageCreated, emoji: string) => {
    const isHeld =
      message.reactions?.some(
        (one) => one.emoji === emoji && one.principalIds.includes(me.id),
      ) === true;
    if (!isHeld) preferences.emojiUsed(emoji);
    realtime.changeMessage(conversation.id, message, {
      kind: "reaction",
      emoji,
      isSet: !isHeld,
    });
  };
  const view: ConversationView = {
    conversation,
    log,
    reached: snapshot.reached,
    nameOf,
    act: acts.act,
    react,
    goTo: (seq) => where.goTo({ seq }),
    showPerson: () => setShowingDetails(true),
    showGallery: (message, attachment) => setGallery({ message, attachment }),
    highlightedSeq: where.highlightedSeq,
    selected: acts.selected,
  };
  const onMenu = (message: MessageCreated, event: MouseEvent) => {
    // Chosen words and links keep the browser's own menu.
    const isOnWords =
      document.getSelection()?.isCollapsed === false ||
      (event.target instanceof Element && event.target.closest("a") !== null);
    if (isOnWords && conversation.confidentiality === null) return;
    event.preventDefault();
    setMenu({ message, left: event.clientX, top: event.clientY });
  };
  const own = lastOwn(snapshot, me.id);
  return (
    <ConversationContext value={view}>
      <MentionContext value={drawMentionWith(view.showPerson)}>
        <section
          className={styles["pane"]}
          aria-label={name}
          {...drop.handlers}
          data-dropping={drop.isOver}
        >
          <ConversationHeader
            conversation={conversation}
            isShowingDetails={isShowingDetails}
            onDetails={() => setShowingDetails(!isShowingDetails)}
            onDate={(at) => where.goTo({ at })}
          />
          <PinnedBar conversation={conversation} />
          <Confidential conversation={conversation}>
            <Timeline
              rows={rows}
              snapshot={snapshot}
              place={place}
              virtual={virtual}
              onMenu={onMenu}
            />
            {!where.isAtEnd && (
              <ToEnd conversation={conversation} onPress={where.goToEnd} />
            )}
          </Confidential>
          {acts.selected !== null ? (
            <SelectionBar acts={acts} />
          ) : mayPost(conversation) ? (
            <Composer
              key={acts.editing?.messageId ?? "new"}
              conversation={conversation}
              name={name}
              reply={acts.reply}
              editing={acts.editing}
              onCancel={acts.stopWriting}
              onEditLast={() => own !== undefined && acts.act("edit", own)}
              onSent={where.goToEnd}
              onFilesRef={(add) => {
                addFiles.current = add;
              }}
            />
          ) : (
            <CannotWrite conversation={conversation} />
          )}
        </section>
        {isShowingDetails && (
          <DetailsPane
            conversation={conversation}
            onClose={() => setShowingDetails(false)}
          />
        )}
        {menu !== null && (
          <MessageMenu place={menu} onClose={() => setMenu(null)} />
        )}
        {gallery !== null && (
          <GalleryLayer
            place={gallery}
            entries={snapshot.entries}
            onClose={() => setGallery(null)}
          />
        )}
        <MessageDialogs acts={acts} conversation={conversation} />
      </MentionContext>
    </ConversationContext>
  );
}
