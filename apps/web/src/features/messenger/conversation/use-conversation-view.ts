import type { Conversation, MessageCreated, UserId } from "@veche/contracts";
import { useState, type MouseEvent } from "react";
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

/** An open conversation: what its parts share, and what lies over it. */
export function useConversationView(
  conversation: Conversation,
  { log, snapshot, where }: TimelineParts,
) {
  const nameOf = useNames(snapshot, conversation);
  const acts = useMessageActs(conversation, nameOf);
  const react = useReacting(conversation);
  const [isShowingDetails, setShowingDetails] = useState(false);
  const [menu, setMenu] = useState<MessageMenuPlace | null>(null);
  const [person, showPerson] = useState<UserId | null>(null);
  const [gallery, setGallery] = useState<GalleryPlace | null>(null);
  const view: ConversationView = {
    conversation,
    log,
    reached: snapshot.reached,
    nameOf,
    act: acts.act,
    react,
    goTo: (seq) => where.goTo({ seq }),
    showPerson: (id) => {
      // Customers have no card here: their conversations are worked on at the Desk.
      showPerson(id as UserId);
    },
    showGallery: (message, attachment) => setGallery({ message, attachment }),
    highlightedSeq: where.highlightedSeq,
    selected: acts.selected,
  };
  const onMenu = (message: MessageCreated, event: MouseEvent) => {
    if (isOnWords(event) && conversation.confidentiality === null) return;
    event.preventDefault();
    setMenu({ message, left: event.clientX, top: event.clientY });
  };
  return {
    view,
    acts,
    menu,
    setMenu,
    person,
    closePerson: () => showPerson(null),
    gallery,
    setGallery,
    isShowingDetails,
    setShowingDetails,
    onMenu,
  };
}

export type ConversationParts = ReturnType<typeof useConversationView>;
