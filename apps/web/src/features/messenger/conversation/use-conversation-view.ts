import type {
  Attachment,
  Conversation,
  MessageCreated,
  PrincipalId,
  UserId,
} from "@veche/contracts";
import { useMemo, useState, type MouseEvent } from "react";
import { useColleagues } from "../../../platform/people/colleagues.tsx";
import { useSteady } from "../../../platform/use-steady.ts";
import type { GalleryPlace } from "../gallery/gallery-place.ts";
import type { MessageMenuPlace } from "../message/message-menu.tsx";
import { useMessenger } from "../messenger-context.tsx";
import type { ConversationView } from "./conversation-context.tsx";
import { useMessageActs } from "./use-message-acts.ts";
import { useNames } from "./use-names.ts";
import type { TimelineParts } from "./use-timeline.ts";

/** Sets a reaction of mine, or takes it away. */
function useReacting({ id }: Conversation) {
  const { realtime, me, preferences } = useMessenger();
  return (message: MessageCreated, emoji: string) => {
    const held = message.reactions?.find((one) => one.emoji === emoji);
    const isSet = held?.principalIds.includes(me.id) !== true;
    if (isSet) preferences.emojiUsed(emoji);
    realtime.changeMessage(id, message, { kind: "reaction", emoji, isSet });
  };
}

/** Chosen words and links keep the browser's own menu. */
const isOnWords = ({ target }: MouseEvent): boolean =>
  document.getSelection()?.isCollapsed === false ||
  (target instanceof Element && target.closest("a") !== null);

/** The very same view until something in it is another: every message in sight is drawn from it. */
function useView(parts: ConversationView): ConversationView {
  const { conversation, log, reached, nameOf, highlightedSeq, selected } =
    parts;
  const { act, react, goTo, showPerson, showGallery } = parts;
  return useMemo(
    () => ({
      ...{ conversation, log, reached, nameOf, highlightedSeq, selected },
      ...{ act, react, goTo, showPerson, showGallery },
    }),
    [
      conversation,
      log,
      reached,
      nameOf,
      highlightedSeq,
      selected,
      act,
      react,
      goTo,
      showPerson,
      showGallery,
    ],
  );
}

/** An open conversation: what its parts share, and what lies over it. */
export function useConversationView(
  conversation: Conversation,
  { log, snapshot, where }: TimelineParts,
) {
  const nameOf = useNames(snapshot, conversation);
  const acts = useMessageActs(conversation, nameOf);
  const [isShowingDetails, setShowingDetails] = useState(false);
  const [menu, setMenu] = useState<MessageMenuPlace | null>(null);
  const { showCard } = useColleagues();
  const [gallery, setGallery] = useState<GalleryPlace | null>(null);
  const doings = {
    act: useSteady(acts.act),
    react: useSteady(useReacting(conversation)),
    goTo: useSteady((seq: number) => where.goTo({ seq })),
    // Customers have no card here: their conversations are worked on at the Desk.
    showPerson: useSteady((id: PrincipalId) => showCard(id as UserId)),
    showGallery: useSteady((message: MessageCreated, attachment: Attachment) =>
      setGallery({ message, attachment }),
    ),
  };
  const view = useView({
    conversation,
    log,
    reached: snapshot.reached,
    nameOf,
    highlightedSeq: where.highlightedSeq,
    selected: acts.selected,
    ...doings,
  });
  const onMenu = useSteady((message: MessageCreated, event: MouseEvent) => {
    if (isOnWords(event) && conversation.confidentiality === null) return;
    event.preventDefault();
    setMenu({ message, left: event.clientX, top: event.clientY });
  });
  return {
    view,
    acts,
    menu,
    setMenu,
    gallery,
    setGallery,
    isShowingDetails,
    setShowingDetails,
    onMenu,
  };
}

export type ConversationParts = ReturnType<typeof useConversationView>;
