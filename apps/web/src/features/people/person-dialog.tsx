import { useQuery } from "@tanstack/react-query";
import type { Conversation, PersonCard, UserId } from "@veche/contracts";
import type { Readable } from "@veche/realtime-client";
import { useState } from "react";
import { Dialog } from "../../platform/kit/dialog.tsx";
import { Loaded } from "../../platform/kit/loaded.tsx";
import { Picture } from "../../platform/kit/picture.tsx";
import { useNow } from "../../platform/now.ts";
import { presenceWords } from "../../platform/people/presence-words.ts";
import { usePresence } from "../../platform/people/use-presence.ts";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { CardActions } from "./card-actions.tsx";
import { CardFacts } from "./card-facts.tsx";
import { CardForm } from "./card-form.tsx";
import { PersonTags } from "./person-tags.tsx";
import { SharedConversations } from "./shared-conversations.tsx";
import { personKey } from "./keys.ts";
import styles from "./people.module.css";

interface PersonDialogProps {
  readonly userId: UserId;
  /** Mine: those with both of us in are named. */
  readonly conversations: Readable<readonly Conversation[]>;
  readonly onClose: () => void;
}

function Who({ card }: { readonly card: PersonCard }) {
  const texts = useTexts();
  const watched = usePresence(card.id);
  const nowMs = useNow(30_000);
  const { id, name, presence, position, isDisabled } = card;
  return (
    <div className={styles["who"]}>
      <Picture name={name} id={id} personId={id} size={96} />
      <span className={styles["whoWords"]}>
        <strong className={styles["whoName"]}>{name}</strong>
        {position !== null && <span>{position}</span>}
        <span className={styles["quiet"]}>
          {isDisabled
            ? texts.t("person.disabled")
            : presenceWords(texts, watched ?? presence, nowMs)}
        </span>
      </span>
    </div>
  );
}

/** A colleague's card (C19). */
export function PersonDialog({
  userId,
  conversations,
  onClose,
}: PersonDialogProps) {
  const { t } = useTexts();
  const rest = useRest();
  const [isEditing, setEditing] = useState(false);
  const query = useQuery({
    queryKey: personKey(userId),
    queryFn: () => rest("getPerson", { params: { userId } }),
  });
  return (
    <Dialog onClose={onClose} title={t("person.title")}>
      <Loaded query={query}>
        {(card) =>
          isEditing ? (
            <CardForm card={card} onClose={() => setEditing(false)} />
          ) : (
            <div className={styles["card"]}>
              <Who card={card} />
              <CardActions
                card={card}
                onClose={onClose}
                onEdit={() => setEditing(true)}
              />
              <CardFacts card={card} />
              <PersonTags card={card} />
              <SharedConversations
                personId={card.id}
                conversations={conversations}
                onClose={onClose}
              />
            </div>
          )
        }
      </Loaded>
    </Dialog>
  );
}
