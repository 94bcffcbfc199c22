import type { Conversation } from "@veche/contracts";
import {
  iconCalendar,
  iconChevronLeft,
  iconInfoCircle,
  iconLock,
} from "@veche/ui";
import { memo } from "react";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { peerOf } from "../conversation-name.ts";
import { Picture } from "../../../platform/kit/picture.tsx";
import { useMessenger } from "../messenger-context.tsx";
import { ToolButton } from "../tool-button.tsx";
import { ToolMenu } from "../tool-menu.tsx";
import { useMemberCount } from "../use-member-count.ts";
import { useConversationName } from "../use-conversation-name.ts";
import { PeerLine } from "../people/peer-line.tsx";
import { TypingLine } from "./typing-line.tsx";
import styles from "./conversation.module.css";

interface ConversationHeaderProps {
  readonly conversation: Conversation;
  readonly isShowingDetails: boolean;
  readonly onDetails: () => void;
  /** Start of the chosen local day, ISO 8601. */
  readonly onDate: (at: string) => void;
}

function JumpToDate({ onDate }: Pick<ConversationHeaderProps, "onDate">) {
  const { t } = useTexts();
  return (
    <ToolMenu
      tool={{ icon: iconCalendar, name: t("chats.toDate"), size: 36 }}
      menu={{ position: "bottom-end" }}
    >
      {(close) => (
        <label className={styles["date"]}>
          {t("chats.toDate")}
          <input
            type="date"
            data-autofocus
            onChange={({ currentTarget }) => {
              const day = currentTarget.valueAsDate;
              if (day === null) return;
              onDate(new Date(`${currentTarget.value}T00:00:00`).toISOString());
              close();
            }}
          />
        </label>
      )}
    </ToolMenu>
  );
}

function MemberCount({
  conversation,
}: Pick<ConversationHeaderProps, "conversation">) {
  const { t } = useTexts();
  return t("chats.members", { count: useMemberCount(conversation) });
}

function Who({
  conversation,
  onDetails,
}: Pick<ConversationHeaderProps, "conversation" | "onDetails">) {
  const { t } = useTexts();
  const name = useConversationName(conversation);
  const { me } = useMessenger();
  const peerId = peerOf(conversation, me.id)?.principalId;
  const { id, kind, pictureId, confidentiality } = conversation;
  return (
    <button
      type="button"
      className={styles["who"]}
      onClick={onDetails}
      title={t("details.open", { name })}
    >
      <Picture
        name={name}
        id={peerId ?? id}
        personId={peerId}
        pictureId={pictureId}
        size={36}
      />
      <span className={styles["whoText"]}>
        <span className={styles["whoName"]}>
          <h2>{name}</h2>
          {confidentiality !== null && (
            <span className={styles["lock"]} title={t("details.confidential")}>
              <Icon paths={iconLock} size={14} />
              <span className="visually-hidden">
                {t("details.confidential")}
              </span>
            </span>
          )}
        </span>
        <TypingLine conversation={conversation}>
          {kind === "direct" ? (
            <PeerLine conversation={conversation} />
          ) : (
            <MemberCount conversation={conversation} />
          )}
        </TypingLine>
      </span>
    </button>
  );
}

/** Whose conversation this is, and the ways out of its timeline. */
export const ConversationHeader = memo(DrawnHeader);

function DrawnHeader({
  conversation,
  isShowingDetails,
  onDetails,
  onDate,
}: ConversationHeaderProps) {
  const { t } = useTexts();
  const { calling, open } = useMessenger();
  return (
    <header className={styles["header"]}>
      <span className={styles["toList"]}>
        <ToolButton
          icon={iconChevronLeft}
          name={t("chats.toList")}
          size={36}
          onClick={() => open(null)}
        />
      </span>
      <Who conversation={conversation} onDetails={onDetails} />
      <calling.Tools conversation={conversation} />
      <JumpToDate onDate={onDate} />
      <ToolButton
        icon={iconInfoCircle}
        name={t("details.title")}
        tone={isShowingDetails ? "accent" : "quiet"}
        size={36}
        aria-pressed={isShowingDetails}
        onClick={onDetails}
      />
    </header>
  );
}
