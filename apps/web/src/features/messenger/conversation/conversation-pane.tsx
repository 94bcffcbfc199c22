import type {
  Conversation,
  MessageCreated,
  PrincipalId,
} from "@veche/contracts";
import type { LogSnapshot } from "@veche/realtime-client";
import { lazy, Suspense, useCallback, useMemo, useRef } from "react";
import { useSteady } from "../../../platform/use-steady.ts";
import { Composer } from "../composer/composer.tsx";
import { Confidential } from "../confidential/confidential.tsx";
import { ShutConversation } from "../confidential/shut-conversation.tsx";
import { useIsShut } from "../confidential/use-device.ts";
import { GalleryLayer } from "../gallery/gallery-layer.tsx";
import { MentionContext } from "../message/mention-context.tsx";
import { mayPost } from "../message/message-actions.ts";
import { MessageMenu } from "../message/message-menu.tsx";
import { useMessenger } from "../messenger-context.tsx";
import { ObjectBar } from "../object/object-bar.tsx";
import { useConversationName } from "../use-conversation-name.ts";
import { CannotWrite } from "./cannot-write.tsx";
import { ConversationContext } from "./conversation-context.tsx";
import { ConversationHeader } from "./conversation-header.tsx";
import { drawMentionWith } from "./draw-mention.tsx";
import { PinnedBar } from "./pinned-bar.tsx";
import { SelectionBar } from "./selection-bar.tsx";
import { Timeline } from "./timeline.tsx";
import { ToEnd } from "./to-end.tsx";
import {
  useConversationView,
  type ConversationParts,
} from "./use-conversation-view.ts";
import { useFileDrop } from "./use-file-drop.ts";
import { useTimeline, type TimelineParts } from "./use-timeline.ts";
import styles from "./conversation.module.css";

const DetailsPane = lazy(() =>
  import("../details/details-pane.tsx").then((file) => ({
    default: file.DetailsPane,
  })),
);
const MessageDialogs = lazy(() =>
  import("../dialogs/message-dialogs.tsx").then((file) => ({
    default: file.MessageDialogs,
  })),
);

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

interface WritingPlaceProps {
  readonly conversation: Conversation;
  readonly parts: ConversationParts;
  readonly timeline: TimelineParts;
  readonly onFilesRef: (add: (files: readonly File[]) => void) => void;
}

function WritingPlace({
  conversation,
  parts,
  timeline,
  onFilesRef,
}: WritingPlaceProps) {
  const { me } = useMessenger();
  const name = useConversationName(conversation);
  const { acts } = parts;
  const editLast = useSteady(() => {
    const own = lastOwn(timeline.snapshot, me.id);
    if (own !== undefined) acts.act("edit", own);
  });
  const stopWriting = useSteady(acts.stopWriting);
  const goToEnd = useSteady(timeline.where.goToEnd);
  if (acts.selected !== null) return <SelectionBar acts={acts} />;
  if (!mayPost(conversation))
    return <CannotWrite conversation={conversation} />;
  return (
    <Composer
      key={acts.editing?.messageId ?? "new"}
      conversation={conversation}
      name={name}
      reply={acts.reply}
      editing={acts.editing}
      onCancel={stopWriting}
      onEditLast={editLast}
      onSent={goToEnd}
      onFilesRef={onFilesRef}
    />
  );
}

/** What lies over an open conversation or beside it; most of it is fetched when it is first asked for. */
function Layers({
  conversation,
  parts,
  timeline,
}: Omit<WritingPlaceProps, "onFilesRef">) {
  const {
    acts,
    menu,
    gallery,
    isShowingDetails,
    setMenu,
    setGallery,
    setShowingDetails,
  } = parts;
  return (
    <Suspense fallback={null}>
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
          entries={timeline.snapshot.entries}
          onClose={() => setGallery(null)}
        />
      )}
      {acts.dialog !== null && (
        <MessageDialogs acts={acts} conversation={conversation} />
      )}
    </Suspense>
  );
}

/** What lies above the timeline: a call that goes on, and what is talked about. */
function Bars({ conversation }: Pick<ConversationPaneProps, "conversation">) {
  const { calling } = useMessenger();
  return (
    <>
      <calling.Banner conversation={conversation} />
      <ObjectBar conversation={conversation} />
    </>
  );
}

/** The timeline, and the way back to its end. */
function Stage({
  conversation,
  parts,
  timeline,
}: Omit<WritingPlaceProps, "onFilesRef">) {
  const { where, rows, snapshot, place, virtual } = timeline;
  return (
    <Confidential conversation={conversation}>
      <PinnedBar conversation={conversation} />
      <Timeline
        rows={rows}
        snapshot={snapshot}
        place={place}
        virtual={virtual}
        onMenu={parts.onMenu}
      />
      {!where.isAtEnd && (
        <ToEnd conversation={conversation} onPress={where.goToEnd} />
      )}
    </Confidential>
  );
}

interface ConversationPaneProps {
  readonly conversation: Conversation;
  readonly startSeq: number | null;
}

/** The conversation that was chosen, where it opens on this device. */
export function ConversationPane(props: ConversationPaneProps) {
  const { conversation } = props;
  return useIsShut(conversation) ? (
    <ShutConversation conversation={conversation} />
  ) : (
    <OpenPane {...props} />
  );
}

function OpenPane({ conversation, startSeq }: ConversationPaneProps) {
  const name = useConversationName(conversation);
  const timeline = useTimeline(conversation, startSeq);
  const parts = useConversationView(conversation, timeline);
  const addFiles = useRef<(files: readonly File[]) => void>(() => undefined);
  const drop = useFileDrop((files) => addFiles.current(files));
  const { view, isShowingDetails, setShowingDetails } = parts;
  const drawMention = useMemo(
    () => drawMentionWith(view.showPerson),
    [view.showPerson],
  );
  const showDetails = useSteady(() => setShowingDetails(!isShowingDetails));
  const goToDate = useSteady((at: string) => timeline.where.goTo({ at }));
  const onFilesRef = useCallback((add: (files: readonly File[]) => void) => {
    addFiles.current = add;
  }, []);
  return (
    <ConversationContext value={view}>
      <MentionContext value={drawMention}>
        <section
          className={styles["pane"]}
          aria-label={name}
          {...drop.handlers}
          data-dropping={drop.isOver}
        >
          <ConversationHeader
            conversation={conversation}
            isShowingDetails={isShowingDetails}
            onDetails={showDetails}
            onDate={goToDate}
          />
          <Bars conversation={conversation} />
          <Stage
            conversation={conversation}
            parts={parts}
            timeline={timeline}
          />
          <WritingPlace
            conversation={conversation}
            parts={parts}
            timeline={timeline}
            onFilesRef={onFilesRef}
          />
        </section>
        <Layers conversation={conversation} parts={parts} timeline={timeline} />
      </MentionContext>
    </ConversationContext>
  );
}
