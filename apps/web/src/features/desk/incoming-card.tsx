import { Button } from "@mantine/core";
import type { PrincipalId } from "@veche/contracts";
import { iconCheck, iconX, type IconPaths } from "@veche/ui";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { Avatar } from "../../platform/kit/avatar.tsx";
import { Icon } from "../../platform/kit/icon.tsx";
import { isTyping } from "../../platform/keyboard/is-typing.ts";
import { useTexts } from "../../platform/texts/texts.tsx";
import { incomingAction } from "./incoming-keys.ts";
import { useLasting } from "../../platform/use-lasting.ts";
import styles from "./incoming.module.css";

interface IncomingCardProps {
  readonly name: string;
  /** Whose photo is shown where they have one. */
  readonly personId?: PrincipalId | undefined;
  readonly kindWords: string;
  readonly icon: IconPaths;
  /** Draws around the picture of the caller: the time left. */
  readonly ring?: ReactNode;
  readonly facts?: ReactNode;
  readonly isAccepting: boolean;
  readonly onAccept: () => void;
  readonly onDecline: () => void;
}

function useIncomingKeys({
  onAccept,
  onDecline,
}: Pick<IncomingCardProps, "onAccept" | "onDecline">): boolean {
  const [isDeclineAsked, setDeclineAsked] = useState(false);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const action = incomingAction({
        key: event.key,
        isTyping: isTyping(event.target),
        isDeclineAsked,
      });
      if (action === "none") return;
      event.preventDefault();
      event.stopPropagation();
      if (action === "accept") onAccept();
      if (action === "decline") onDecline();
      setDeclineAsked(action === "ask_decline");
    };
    document.addEventListener("keydown", listen, { capture: true });
    return () =>
      document.removeEventListener("keydown", listen, { capture: true });
  }, [isDeclineAsked, onAccept, onDecline]);
  return isDeclineAsked;
}

function Answers({
  isAccepting,
  onAccept,
  onDecline,
}: Pick<IncomingCardProps, "isAccepting" | "onAccept" | "onDecline">) {
  const { t } = useTexts();
  const isSlow = useLasting({ isOn: isAccepting, forMs: 500 });
  const accept = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isTyping(document.activeElement)) accept.current?.focus();
  }, []);
  return (
    <div className={styles["buttons"]}>
      <Button
        variant="light"
        color="red"
        size="md"
        leftSection={<Icon paths={iconX} />}
        onClick={onDecline}
      >
        {t("action.decline")}
      </Button>
      <Button
        ref={accept}
        size="md"
        loading={isSlow}
        leftSection={<Icon paths={iconCheck} />}
        onClick={onAccept}
      >
        {t("action.accept")}
      </Button>
    </div>
  );
}

/** A caller at the door: who, what for, accept or decline. Over everything, but never under the writing hand. */
export function IncomingCard(props: IncomingCardProps) {
  const { name, kindWords, icon, ring, facts } = props;
  const { t } = useTexts();
  const isDeclineAsked = useIncomingKeys(props);
  return (
    <div
      className={styles["card"]}
      role="alertdialog"
      aria-label={t("incoming.announced", { kind: kindWords, name })}
    >
      <p className={styles["kind"]}>
        <Icon paths={icon} size={18} />
        {kindWords}
      </p>
      <div className={styles["who"]}>
        <span className={styles["picture"]}>
          <Avatar name={name} personId={props.personId} size={56} />
          {ring}
        </span>
        <div className={styles["words"]}>{facts}</div>
      </div>
      <Answers {...props} />
      <p className={styles["keys"]} aria-live="polite">
        {t(isDeclineAsked ? "incoming.confirmDecline" : "incoming.keys")}
      </p>
    </div>
  );
}
