import type { Conversation, MessageCreated } from "@veche/contracts";
import { useState } from "react";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { peerOf } from "../conversation-name.ts";
import { listed } from "../list/listed.ts";
import { mayPost } from "../message/message-actions.ts";
import { useMessenger } from "../messenger-context.tsx";
import { Picture } from "../../../platform/kit/picture.tsx";
import { SearchField } from "../../../platform/kit/search-field.tsx";
import { useConversationName, useNameWords } from "../use-conversation-name.ts";
import { Dialog } from "../../../platform/kit/dialog.tsx";
import people from "../../../platform/people/person-list.module.css";

interface ForwardDialogProps {
  readonly messages: readonly MessageCreated[];
  readonly from: Conversation;
  readonly onClose: () => void;
}

const shownAtMost = 60;

function PlaceRow({
  conversation,
  onChoose,
}: {
  readonly conversation: Conversation;
  readonly onChoose: () => void;
}) {
  const name = useConversationName(conversation);
  const { me } = useMessenger();
  const { id, pictureId } = conversation;
  const peerId = peerOf(conversation, me.id)?.principalId;
  return (
    <li>
      <button type="button" className={people["person"]} onClick={onChoose}>
        <Picture
          name={name}
          id={peerId ?? id}
          personId={peerId}
          pictureId={pictureId}
          size={36}
        />
        <span className={people["words"]}>
          <span>{name}</span>
        </span>
      </button>
    </li>
  );
}

/** Where to send messages on. */
export function ForwardDialog({ messages, from, onClose }: ForwardDialogProps) {
  const { t } = useTexts();
  const { realtime, me, open } = useMessenger();
  const words = useNameWords();
  const [text, setText] = useState("");
  const places = listed(
    realtime.conversations.get(),
    { filter: { kind: "all" }, text },
    { me: me.id, words, openId: undefined },
  )
    .filter((one) => mayPost(one))
    .slice(0, shownAtMost);
  const send = (to: Conversation) => {
    for (const message of messages)
      realtime.sendMessage(to.id, "", {
        forwards: { conversationId: from.id, message },
      });
    onClose();
    open(to.id);
  };
  return (
    <Dialog
      onClose={onClose}
      title={t("forward.title", { count: messages.length })}
    >
      <SearchField label={t("chats.search")} value={text} onChange={setText} />
      <ul className={people["people"]}>
        {places.map((one) => (
          <PlaceRow
            key={one.id}
            conversation={one}
            onChoose={() => send(one)}
          />
        ))}
        {places.length === 0 && (
          <li className={people["detail"]}>{t("chats.nothingFound")}</li>
        )}
      </ul>
    </Dialog>
  );
}
