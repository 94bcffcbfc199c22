import { useEffect, useState } from "react";
import type { PrincipalId } from "@veche/contracts";
import { useServices } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import type { ChatProps } from "./chat-props.ts";
import { createTypingPeers } from "./typing-peers.ts";
import styles from "./chat.module.css";

/** "Irina is typing…"; its height is kept so that nothing jumps. */
export function TypingLine({ realtime, conversationId, customer }: ChatProps) {
  const { t } = useTexts();
  const { powers } = useServices();
  const [typing, setTyping] = useState<readonly PrincipalId[]>([]);
  useEffect(() => {
    const peers = createTypingPeers({ realtime, powers, conversationId });
    const leave = peers.subscribe(() => setTyping(peers.get()));
    return () => {
      leave();
      peers.close();
      setTyping([]);
    };
  }, [realtime, powers, conversationId]);
  return (
    <p className={styles["typing"]} aria-live="polite">
      {typing.includes(customer.id) &&
        t("message.typing", { name: customer.name })}
    </p>
  );
}
