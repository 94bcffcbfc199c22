import type { Conversation, PrincipalId } from "@veche/contracts";
import { useEffect, useState, type ReactNode } from "react";
import { useServices } from "../../../platform/services.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { useMessenger } from "../messenger-context.tsx";
import styles from "./conversation.module.css";

/** The contract's word: typing is seen for five seconds. */
const shownForMs = 5000;
const namedAtMost = 2;

function useTyping({ id }: Conversation): readonly PrincipalId[] {
  const { realtime } = useMessenger();
  const { powers } = useServices();
  const [typing, setTyping] = useState<readonly PrincipalId[]>([]);
  useEffect(() => {
    const cancels = new Map<PrincipalId, () => void>();
    const forget = (who: PrincipalId) =>
      setTyping((all) => all.filter((one) => one !== who));
    const leave = realtime.on(
      "typing.shown",
      ({ conversationId, principalId }) => {
        if (conversationId !== id) return;
        cancels.get(principalId)?.();
        cancels.set(
          principalId,
          powers.after(shownForMs, () => forget(principalId)),
        );
        setTyping((all) =>
          all.includes(principalId) ? all : [...all, principalId],
        );
      },
    );
    return () => {
      leave();
      for (const cancel of cancels.values()) cancel();
      setTyping([]);
    };
  }, [realtime, powers, id]);
  return typing;
}

/** Who writes now; otherwise what stands there usually. */
export function TypingLine({
  conversation,
  children,
}: {
  readonly conversation: Conversation;
  readonly children: ReactNode;
}) {
  const { t } = useTexts();
  const { me } = useMessenger();
  const typing = useTyping(conversation).filter((id) => id !== me.id);
  const names = conversation.members
    .filter(({ principalId }) => typing.includes(principalId))
    .map(({ name }) => name);
  const words =
    typing.length === 0
      ? children
      : names.length === 0 || names.length > namedAtMost
        ? t("chats.typingMany", { count: typing.length })
        : t("message.typing", { name: names.join(", ") });
  return (
    <span
      className={styles["under"]}
      data-typing={typing.length > 0}
      aria-live="polite"
    >
      {words}
    </span>
  );
}
