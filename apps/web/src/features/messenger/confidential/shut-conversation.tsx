import type { Conversation } from "@veche/contracts";
import { iconLock } from "@veche/ui";
import { EmptyState } from "../../../platform/kit/empty-state.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { useConversationName } from "../use-conversation-name.ts";
import { ConfidentialRules } from "./confidential-rules.tsx";
import { devicesWords } from "./rules-words.ts";
import styles from "./confidential.module.css";

/** In place of a conversation that doesn't open on this device (C10): where it does, and who can change that. */
export function ShutConversation({
  conversation,
}: {
  readonly conversation: Conversation;
}) {
  const texts = useTexts();
  const name = useConversationName(conversation);
  const { confidentiality } = conversation;
  if (confidentiality === null) return null;
  return (
    <section className={styles["shut"]} aria-label={name}>
      <EmptyState
        icon={iconLock}
        title={texts.t("confidential.shut", { name })}
        advice={texts.t("confidential.shutAdvice", {
          devices: devicesWords(texts, confidentiality),
        })}
      />
      <ConfidentialRules conversation={conversation} />
    </section>
  );
}
