import type { Conversation, UserId } from "@veche/contracts";
import type { Readable } from "@veche/realtime-client";
import { Link } from "@tanstack/react-router";
import { useMe } from "../../platform/me.tsx";
import { useStore } from "../../platform/store/use-store.ts";
import { useTexts } from "../../platform/texts/texts.tsx";
import styles from "./people.module.css";

const shownAtMost = 8;

interface SharedConversationsProps {
  readonly personId: UserId;
  readonly conversations: Readable<readonly Conversation[]>;
  readonly onClose: () => void;
}

/** Conversations of many that both of us are in; of large ones this device doesn't know the members. */
export function SharedConversations({
  personId,
  conversations,
  onClose,
}: SharedConversationsProps) {
  const { t } = useTexts();
  const me = useMe();
  const all = useStore(conversations);
  const shared = all.flatMap(({ id, title, members }) =>
    title !== null &&
    members.some(({ principalId }) => principalId === personId)
      ? [{ id, title }]
      : [],
  );
  if (personId === me.id || shared.length === 0) return null;
  return (
    <section aria-label={t("person.shared")}>
      <h3 className={styles["part"]}>{t("person.shared")}</h3>
      <ul className={styles["shared"]}>
        {shared.slice(0, shownAtMost).map(({ id, title }) => (
          <li key={id}>
            <Link
              to="/chats/{-$conversationId}/{-$seq}"
              params={{ conversationId: id, seq: undefined }}
              onClick={onClose}
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
