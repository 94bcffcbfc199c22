import { Button } from "@mantine/core";
import type { Conversation } from "@veche/contracts";
import { iconLogout, iconTrash, iconX } from "@veche/ui";
import { useState } from "react";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { ConfidentialRules } from "../confidential/confidential-rules.tsx";
import { mayModerate } from "../message/message-actions.ts";
import { useMemberCount } from "../use-member-count.ts";
import { useMessenger } from "../messenger-context.tsx";
import { Picture } from "../../../platform/kit/picture.tsx";
import { ToolButton } from "../tool-button.tsx";
import { LeaveQuestion } from "../dialogs/leave-question.tsx";
import { useConversationName } from "../use-conversation-name.ts";
import { useConversation } from "../conversation/conversation-context.tsx";
import { peerOf } from "../conversation-name.ts";
import { PeerLine } from "../people/peer-line.tsx";
import { MemberList } from "./member-list.tsx";
import { Cover } from "./cover.tsx";
import { InvitationLinks } from "./invitation-links.tsx";
import { Recorded } from "./recorded.tsx";
import { ScheduledList } from "./scheduled-list.tsx";
import { SettingsForm } from "./settings-form.tsx";
import { SharedFiles } from "./shared-files.tsx";
import styles from "./details.module.css";

interface DetailsPaneProps {
  readonly conversation: Conversation;
  readonly onClose: () => void;
}

/** Joined by a link; a conversation about an object has the members its application gives it. */
const isInvitedTo = ({ kind }: Conversation): boolean =>
  kind === "group" || kind === "channel";

function WaysOut({ conversation }: Pick<DetailsPaneProps, "conversation">) {
  const { t } = useTexts();
  const [asked, setAsked] = useState<"leave" | "delete" | null>(null);
  if (conversation.kind === "direct" || conversation.mine === null) return null;
  return (
    <div className={styles["ways"]}>
      <Button
        variant="subtle"
        color="red"
        justify="flex-start"
        leftSection={<Icon paths={iconLogout} size={18} />}
        onClick={() => setAsked("leave")}
      >
        {t("chats.leave")}
      </Button>
      {conversation.mine.role === "owner" && (
        <Button
          variant="subtle"
          color="red"
          justify="flex-start"
          leftSection={<Icon paths={iconTrash} size={18} />}
          onClick={() => setAsked("delete")}
        >
          {t("details.delete")}
        </Button>
      )}
      {asked !== null && (
        <LeaveQuestion
          conversation={conversation}
          way={asked}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  );
}

/** What it is called and about; of a conversation of two, the other one. */
function Who({ conversation }: Pick<DetailsPaneProps, "conversation">) {
  const { t } = useTexts();
  const { me } = useMessenger();
  const { showPerson } = useConversation();
  const name = useConversationName(conversation);
  const { id, kind, pictureId, about } = conversation;
  const memberCount = useMemberCount(conversation);
  const isMany = kind !== "direct";
  const peer = isMany ? undefined : peerOf(conversation, me.id);
  return (
    <div className={styles["who"]}>
      <Picture
        name={name}
        id={peer?.principalId ?? id}
        personId={peer?.principalId}
        pictureId={pictureId}
        size={72}
      />
      <strong className={styles["name"]}>{name}</strong>
      <span className={styles["quiet"]}>
        {isMany ? t("chats.members", { count: memberCount }) : ""}
      </span>
      {peer !== undefined && (
        <>
          <span className={styles["quiet"]}>
            <PeerLine conversation={conversation} />
          </span>
          <Button
            variant="default"
            mt="sm"
            onClick={() => showPerson(peer.principalId)}
          >
            {t("person.show")}
          </Button>
        </>
      )}
      {isMany && mayModerate(conversation) && (
        <Cover conversation={conversation} />
      )}
      {about !== null && <p className={styles["about"]}>{about}</p>}
    </div>
  );
}

/** Everything of a conversation that isn't said in it. */
export function DetailsPane({ conversation, onClose }: DetailsPaneProps) {
  const { t } = useTexts();
  const { me } = useMessenger();
  const isMany = conversation.kind !== "direct";
  return (
    <aside
      className={styles["pane"]}
      aria-label={t("details.title")}
      onKeyDown={(event) => event.key === "Escape" && onClose()}
    >
      <header className={styles["head"]}>
        <h2>{t("details.title")}</h2>
        <ToolButton
          icon={iconX}
          name={t("action.close")}
          size={34}
          onClick={onClose}
        />
      </header>
      <div className={styles["scroll"]}>
        <Who conversation={conversation} />
        {isMany && mayModerate(conversation) && (
          <SettingsForm key={conversation.id} conversation={conversation} />
        )}
        <ConfidentialRules conversation={conversation} />
        {isMany && <MemberList conversation={conversation} me={me.id} />}
        {isInvitedTo(conversation) && mayModerate(conversation) && (
          <InvitationLinks conversation={conversation} />
        )}
        <ScheduledList conversation={conversation} />
        <SharedFiles />
        <Recorded
          key={`recorded ${conversation.id}`}
          conversation={conversation}
        />
        <WaysOut conversation={conversation} />
      </div>
    </aside>
  );
}
