import { iconPin } from "@veche/ui";
import type { MessageCreated } from "@veche/contracts";
import { useState, type KeyboardEvent, type MouseEvent } from "react";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { useConversation } from "../conversation/conversation-context.tsx";
import type { MessageRow } from "../conversation/timeline-rows.ts";
import { useMessenger } from "../messenger-context.tsx";
import { Picture } from "../../../platform/kit/picture.tsx";
import { deliveryOf } from "./delivery.ts";
import { DeliveryMark } from "../../../platform/timeline/delivery-mark.tsx";
import { emojiCount } from "./emoji-only.ts";
import { HoverBar } from "./hover-bar.tsx";
import { actionOfKey } from "./message-keys.ts";
import { actionsOf } from "./message-actions.ts";
import { MessageContent } from "./message-content.tsx";
import { Reactions } from "./reactions.tsx";
import styles from "./message.module.css";

interface MessageViewProps {
  readonly row: MessageRow;
  readonly onMenu: (message: MessageCreated, event: MouseEvent) => void;
}

/** When it was said, and what became of it since. */
function Meta({ row }: Pick<MessageViewProps, "row">) {
  const texts = useTexts();
  const { reached } = useConversation();
  const { entry, isMine } = row;
  return (
    <span className={styles["meta"]}>
      {entry.pinnedAt !== undefined && <Icon paths={iconPin} size={12} />}
      {entry.editedAt !== undefined && entry.deletedAt === undefined && (
        <span title={texts.dateTime(entry.editedAt)}>
          {texts.t("msg.edited")}
        </span>
      )}
      <time dateTime={entry.at} title={texts.dateTime(entry.at)}>
        {texts.time(entry.at)}
      </time>
      {isMine && <DeliveryMark delivery={deliveryOf(entry.seq, reached)} />}
    </span>
  );
}

function Author({ message }: { readonly message: MessageCreated }) {
  const { nameOf, showPerson } = useConversation();
  const { actorId } = message;
  const name = nameOf(actorId);
  if (actorId === null) return <span className={styles["author"]}>{name}</span>;
  return (
    <button
      type="button"
      className={styles["author"]}
      onClick={() => showPerson(actorId)}
    >
      {name}
    </button>
  );
}

const isBare = ({
  body,
  sticker,
  attachments,
  replyTo,
  forwarded,
  deletedAt,
}: MessageCreated): boolean =>
  deletedAt === undefined &&
  attachments === undefined &&
  replyTo === undefined &&
  forwarded === undefined &&
  (sticker !== undefined || emojiCount(body) !== null);

/** Is the pointer or the focus here? */
function useNear() {
  const [isNear, setNear] = useState(false);
  const come = () => setNear(true);
  const go = () => setNear(false);
  return {
    isNear,
    handlers: {
      // It comes without entering where what lay under it was taken away: a message that is sent takes the place of its draft.
      onPointerMove: come,
      onPointerEnter: come,
      onPointerLeave: go,
      onFocus: come,
      onBlur: go,
    },
  };
}

function useKeys({ entry }: MessageRow) {
  const { me } = useMessenger();
  const { conversation, act } = useConversation();
  return (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const action = actionOfKey(event, actionsOf(entry, conversation, me.id));
    if (action === undefined) return;
    event.preventDefault();
    act(action, entry);
  };
}

/** The author's picture, where conversations of many show it. */
function Side({ row }: Pick<MessageViewProps, "row">) {
  const { nameOf } = useConversation();
  const { entry, isContinued } = row;
  const { actorId } = entry;
  return (
    <span className={styles["side"]}>
      {!isContinued && (
        <Picture
          name={nameOf(actorId)}
          id={actorId ?? ""}
          personId={actorId ?? undefined}
          size={36}
        />
      )}
    </span>
  );
}

function Column({ row }: Pick<MessageViewProps, "row">) {
  const { conversation } = useConversation();
  const { entry, isMine, isContinued } = row;
  const isNamed = !isMine && conversation.kind !== "direct";
  return (
    <>
      {isNamed && <Side row={row} />}
      <div className={styles["column"]}>
        {isNamed && !isContinued && <Author message={entry} />}
        <div className={styles["bubble"]} data-bare={isBare(entry)}>
          <div className={styles["content"]}>
            <MessageContent message={entry} />
          </div>
          <Meta row={row} />
        </div>
        <Reactions message={entry} />
      </div>
    </>
  );
}

/** A message that stands in the log. */
export function MessageView({ row, onMenu }: MessageViewProps) {
  const { t } = useTexts();
  const { nameOf, act, highlightedSeq, selected } = useConversation();
  const [isHeld, setHeld] = useState(false);
  const { isNear, handlers } = useNear();
  const onKeyDown = useKeys(row);
  const { entry, isMine, isContinued } = row;
  return (
    <article
      className={styles["message"]}
      data-mine={isMine}
      data-continued={isContinued}
      data-highlighted={highlightedSeq === entry.seq}
      data-selecting={selected !== null}
      tabIndex={0}
      aria-label={t("msg.by", { name: nameOf(entry.actorId) })}
      onKeyDown={onKeyDown}
      onContextMenu={(event) => onMenu(entry, event)}
      {...handlers}
    >
      {selected !== null && (
        <input
          type="checkbox"
          className={styles["check"]}
          aria-label={t("msg.action.select")}
          checked={selected.has(entry.seq)}
          onChange={() => act("select", entry)}
        />
      )}
      <Column row={row} />
      {(isNear || isHeld) && selected === null && (
        <HoverBar
          message={entry}
          onHold={({ isHeld: held }) => setHeld(held)}
        />
      )}
    </article>
  );
}
