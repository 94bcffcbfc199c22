import { Button } from "@mantine/core";
import type { MessageCreated } from "@veche/contracts";
import { iconX, type IconPaths } from "@veche/ui";
import { Icon } from "../../../platform/kit/icon.tsx";
import { notifyDone } from "../../../platform/kit/notify.ts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { actionIcons } from "../message/action-icons.ts";
import { actionsOf } from "../message/message-actions.ts";
import { useMessenger } from "../messenger-context.tsx";
import { useConversation } from "./conversation-context.tsx";
import type { MessageActs } from "./use-message-acts.ts";
import styles from "./conversation.module.css";

const chosenActions = ["copy", "forward", "delete"] as const;

interface ChoiceProps {
  readonly name: string;
  readonly icon: IconPaths;
  readonly isPossible: boolean;
  readonly onPress: () => void;
  readonly color?: "red";
}

function Choice({ name, icon, isPossible, onPress, color }: ChoiceProps) {
  return (
    <Button
      {...(color === undefined
        ? { variant: "default" }
        : { variant: "light", color })}
      disabled={!isPossible}
      leftSection={<Icon paths={icon} size={16} />}
      onClick={onPress}
    >
      {name}
    </Button>
  );
}

function useCopying(acts: MessageActs, messages: readonly MessageCreated[]) {
  const texts = useTexts();
  const { nameOf } = useConversation();
  const wordsOf = ({ actorId, at, body }: MessageCreated) =>
    `${nameOf(actorId)}, ${texts.dateTime(at)}\n${body}`;
  return () => {
    void navigator.clipboard
      .writeText(messages.map(wordsOf).join("\n\n"))
      .then(() => {
        notifyDone(texts, texts.t("msg.copied"));
        acts.select(null);
      });
  };
}

/** What is done to all chosen messages at once. */
export function SelectionBar({ acts }: { readonly acts: MessageActs }) {
  const { t } = useTexts();
  const { me } = useMessenger();
  const { conversation } = useConversation();
  const messages = [...(acts.selected?.values() ?? [])].toSorted(
    (one, other) => one.seq - other.seq,
  );
  const press = {
    copy: useCopying(acts, messages),
    forward: () => acts.show({ kind: "forward", messages }),
    delete: () => acts.show({ kind: "delete", messages }),
  } as const;
  const may = (action: keyof typeof press) =>
    messages.every((one) =>
      actionsOf(one, conversation, me.id).includes(action),
    );
  return (
    <div
      className={styles["selection"]}
      role="toolbar"
      aria-label={t("msg.selectedActions")}
    >
      <strong aria-live="polite">
        {t("msg.selected", { count: messages.length })}
      </strong>
      {chosenActions.map((action) => (
        <Choice
          key={action}
          name={t(`msg.action.${action}`)}
          icon={actionIcons[action]}
          isPossible={may(action)}
          onPress={press[action]}
          {...(action === "delete" ? { color: "red" } : {})}
        />
      ))}
      <Button
        variant="subtle"
        color="gray"
        leftSection={<Icon paths={iconX} size={16} />}
        onClick={() => acts.select(null)}
      >
        {t("action.cancel")}
      </Button>
    </div>
  );
}
