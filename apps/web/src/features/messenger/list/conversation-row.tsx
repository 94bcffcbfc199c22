import type { Conversation } from "@veche/contracts";
import { iconApps, iconUsers, iconPin } from "@veche/ui";
import { memo } from "react";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { useConversationName } from "../use-conversation-name.ts";
import { iconBellOff, iconBookmark, iconHash } from "../icons.ts";
import { isOwnNotes, peerOf } from "../conversation-name.ts";
import { useMessenger } from "../messenger-context.tsx";
import { Picture } from "../../../platform/kit/picture.tsx";
import { shortWhen } from "../when.ts";
import { isMuted, lastWords } from "./last-words.ts";
import { PresenceMark } from "../../../platform/people/presence-mark.tsx";
import people from "../../../platform/people/people.module.css";
import styles from "./list.module.css";

interface RowProps {
  readonly conversation: Conversation;
  readonly isOpen: boolean;
  readonly nowMs: number;
}

function Badges({ conversation, nowMs }: Omit<RowProps, "isOpen">) {
  const { t } = useTexts();
  const { unreadCount, mentionCount, mine } = conversation;
  const isQuiet = isMuted(conversation, nowMs);
  if (unreadCount === 0)
    return typeof mine?.pinnedRank !== "number" ? null : (
      <Icon paths={iconPin} size={14} className={styles["pin"]} />
    );
  return (
    <span className={styles["badges"]}>
      {mentionCount > 0 && (
        <span className={styles["badge"]} data-tone="mention">
          @
          <span className="visually-hidden">
            {t("chats.mentions", { count: mentionCount })}
          </span>
        </span>
      )}
      <span
        className={styles["badge"]}
        data-tone={isQuiet ? "quiet" : "unread"}
      >
        <span aria-hidden="true">
          {unreadCount > 999 ? "999+" : unreadCount}
        </span>
        <span className="visually-hidden">
          {t("chats.unreadCount", { count: unreadCount })}
        </span>
      </span>
    </span>
  );
}

function SecondLine({ conversation }: Pick<RowProps, "conversation">) {
  const texts = useTexts();
  const { me } = useMessenger();
  const draft = conversation.mine?.draft ?? null;
  if (draft !== null)
    return (
      <span className={styles["words"]}>
        <span className={styles["draft"]}>{texts.t("chats.draft")} </span>
        {draft.body}
      </span>
    );
  const { author, words } = lastWords(texts, conversation, me.id);
  return (
    <span className={styles["words"]}>
      {author !== null && <span className={styles["author"]}>{author}: </span>}
      {words}
    </span>
  );
}

const kindIcons = {
  channel: iconHash,
  group: iconUsers,
  context: iconApps,
} as const;

/** What one row says; the list puts it into its place. */
export const ConversationRow = memo(DrawnRow);

function DrawnRow({ conversation, isOpen, nowMs }: RowProps) {
  const { language } = useTexts();
  const { me } = useMessenger();
  const name = useConversationName(conversation);
  const { kind, id, pictureId } = conversation;
  const peerId = peerOf(conversation, me.id)?.principalId;
  const kindIcon = isOwnNotes(conversation)
    ? iconBookmark
    : kind === "channel" || kind === "group" || kind === "context"
      ? kindIcons[kind]
      : null;
  return (
    <span
      className={styles["row"]}
      data-open={isOpen}
      data-unread={conversation.unreadCount > 0}
    >
      <span className={people["withMark"]}>
        <Picture
          name={name}
          id={peerId ?? id}
          personId={peerId}
          pictureId={pictureId}
          shape={kind === "direct" ? "person" : "room"}
        />
        {kind === "direct" && <PresenceMark userId={peerId} />}
      </span>
      <span className={styles["text"]}>
        <span className={styles["line"]}>
          {kindIcon !== null && (
            <Icon paths={kindIcon} size={14} className={styles["kind"]} />
          )}
          <span className={styles["name"]}>{name}</span>
          {isMuted(conversation, nowMs) && (
            <Icon paths={iconBellOff} size={13} className={styles["kind"]} />
          )}
          <span className={styles["when"]}>
            {shortWhen(language, conversation.activeAt, nowMs)}
          </span>
        </span>
        <span className={styles["line"]}>
          <SecondLine conversation={conversation} />
          <Badges conversation={conversation} nowMs={nowMs} />
        </span>
      </span>
    </span>
  );
}
