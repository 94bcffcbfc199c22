import type { PrincipalId } from "@veche/contracts";
import { useTexts } from "../texts/texts.tsx";
import { usePresence } from "./use-presence.ts";
import styles from "./people.module.css";

/** A dot at somebody's picture: there, away, or not to be disturbed. */
export function PresenceMark({
  userId,
}: {
  readonly userId: PrincipalId | undefined;
}) {
  const { t } = useTexts();
  const presence = usePresence(userId);
  if (presence === null || presence.state === "offline") return null;
  const state = presence.isInCall ? "inCall" : presence.state;
  return (
    <span className={styles["mark"]} data-state={state}>
      <span className="visually-hidden">{t(`presence.${state}`)}</span>
    </span>
  );
}
