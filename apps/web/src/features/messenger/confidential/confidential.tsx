import type { Conversation } from "@veche/contracts";
import { iconLock } from "@veche/ui";
import {
  useEffect,
  useState,
  type ReactNode,
  type SyntheticEvent,
} from "react";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { useMessenger } from "../messenger-context.tsx";
import styles from "./confidential.module.css";

/** The keys of screenshots: PrintScreen, and what Windows and macOS begin one with. */
const isCapturing = ({ key, metaKey, shiftKey }: KeyboardEvent): boolean =>
  key === "PrintScreen" || (metaKey && shiftKey);

/** Is somebody in front of the window? Without that, what is secret is covered. */
function useIsLookedAt(): boolean {
  const [isLookedAt, setLookedAt] = useState(() => document.hasFocus());
  useEffect(() => {
    const look = () =>
      setLookedAt(
        document.hasFocus() && document.visibilityState === "visible",
      );
    const leave = () => setLookedAt(false);
    // As far as a page can know: before the window is captured it is covered, until it is touched again.
    const capture = (event: KeyboardEvent) => {
      if (isCapturing(event)) leave();
    };
    window.addEventListener("keydown", capture, true);
    window.addEventListener("keyup", capture, true);
    window.addEventListener("pointerdown", look);
    window.addEventListener("focus", look);
    window.addEventListener("blur", leave);
    document.addEventListener("visibilitychange", look);
    return () => {
      window.removeEventListener("keydown", capture, true);
      window.removeEventListener("keyup", capture, true);
      window.removeEventListener("pointerdown", look);
      window.removeEventListener("focus", look);
      window.removeEventListener("blur", leave);
      document.removeEventListener("visibilitychange", look);
    };
  }, []);
  return isLookedAt;
}

const refuse = (event: SyntheticEvent) => event.preventDefault();
const marks = Array.from({ length: 60 }, (_, index) => index);

function Covered({ children }: { readonly children: ReactNode }) {
  const { t } = useTexts();
  const { me } = useMessenger();
  const isLookedAt = useIsLookedAt();
  return (
    <div
      className={styles["confidential"]}
      onCopy={refuse}
      onCut={refuse}
      onDragStart={refuse}
      onContextMenu={refuse}
    >
      <div
        className={styles["content"]}
        data-covered={!isLookedAt}
        inert={!isLookedAt}
      >
        {children}
      </div>
      <div className={styles["watermark"]} aria-hidden="true">
        {marks.map((index) => (
          <span key={index} data-name={me.name} />
        ))}
      </div>
      {!isLookedAt && (
        <p className={styles["cover"]} role="status">
          <Icon paths={iconLock} size={22} />
          {t("confidential.hidden")}
        </p>
      )}
    </div>
  );
}

/** What a confidential conversation says: nothing is taken out of it, and it is covered when nobody looks. */
export function Confidential({
  conversation,
  children,
}: {
  readonly conversation: Conversation;
  readonly children: ReactNode;
}) {
  if (conversation.confidentiality === null)
    return <div className={styles["open"]}>{children}</div>;
  return <Covered>{children}</Covered>;
}
