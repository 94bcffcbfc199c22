import { useQuery } from "@tanstack/react-query";
import type {
  Conversation,
  Member,
  MessageCreated,
  MessageInfo,
} from "@veche/contracts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { Markdown } from "../message/markdown.tsx";
import { useMessenger } from "../messenger-context.tsx";
import { Picture } from "../../../platform/kit/picture.tsx";
import { Dialog } from "../../../platform/kit/dialog.tsx";
import people from "../../../platform/people/person-list.module.css";
import styles from "./dialogs.module.css";

type ReaderAt = MessageInfo["readBy"][number];

interface InfoDialogProps {
  readonly message: MessageCreated;
  readonly conversation: Conversation;
  readonly onClose: () => void;
}

function Readers({
  title,
  readers,
}: {
  readonly title: string;
  readonly readers: readonly ReaderAt[];
}) {
  const texts = useTexts();
  if (readers.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className={people["detail"]}>{title}</h3>
      <ul className={people["people"]}>
        {readers.map(({ principalId, name, at }) => (
          <li key={principalId} className={people["person"]}>
            <Picture
              name={name}
              id={principalId}
              personId={principalId}
              size={24}
            />
            <span className={people["words"]}>{name}</span>
            {at !== null && (
              <time dateTime={at} className={people["detail"]}>
                {texts.dateTime(at)}
              </time>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const asReader = ({ principalId, name }: Member): ReaderAt => ({
  principalId,
  name,
  at: null,
});

/** What a message said before it was changed. */
function Versions({ versions }: Pick<MessageInfo, "versions">) {
  const { dateTime } = useTexts();
  return versions.map(({ body, at }) => (
    <section key={at} className={styles["kept"]}>
      <time dateTime={at} className={people["detail"]}>
        {dateTime(at)}
      </time>
      <Markdown body={body} />
    </section>
  ));
}

/** To whom a message has come, who has read it, and what it said before. */
export function InfoDialog({
  message,
  conversation,
  onClose,
}: InfoDialogProps) {
  const texts = useTexts();
  const { t } = texts;
  const { asks } = useMessenger();
  const { seq, messageId, actorId } = message;
  const asked = useQuery({
    queryKey: ["info", messageId, conversation.headSeq],
    queryFn: () => asks.info({ conversationId: conversation.id, messageId }),
    retry: false,
  });
  const others = conversation.members.filter(
    ({ principalId }) => principalId !== actorId,
  );
  // What the members' positions tell is shown until the server's own answer, with its times.
  const readBy =
    asked.data?.readBy ??
    others.filter(({ readTo }) => readTo >= seq).map(asReader);
  const deliveredTo =
    asked.data?.deliveredTo ??
    others
      .filter(({ deliveredTo: to, readTo }) => to >= seq && readTo < seq)
      .map(asReader);
  return (
    <Dialog onClose={onClose} title={t("info.title")}>
      <p className={people["detail"]}>
        {t("info.sent", { when: texts.dateTime(message.at) })}
      </p>
      <Readers
        title={t("info.readBy", { count: readBy.length })}
        readers={readBy}
      />
      <Readers
        title={t("info.deliveredTo", { count: deliveredTo.length })}
        readers={deliveredTo}
      />
      {readBy.length + deliveredTo.length === 0 && <p>{t("info.nobody")}</p>}
      <Versions versions={asked.data?.versions ?? []} />
    </Dialog>
  );
}
