import { failureWords } from "../../platform/texts/failure-words.ts";
import { useTexts } from "../../platform/texts/texts.tsx";
import type { SignInState } from "./sign-in-model.ts";
import styles from "./sign-in-page.module.css";

/** Why the last try failed; while a lock-out lasts, when the next one makes sense. */
export function SignInRefusal({
  state,
  seconds,
}: {
  readonly state: SignInState;
  readonly seconds: number;
}) {
  const texts = useTexts();
  if (state.kind === "locked" && seconds > 0) {
    return (
      <div className={styles["refusal"]} role="alert">
        <p>{texts.errors["auth.locked"].happened}</p>
        {/* The count changes each second: a screen reader hears the first one only. */}
        <p aria-live="off">
          {texts.t("signIn.lockedFor", { time: texts.clock(seconds * 1000) })}
        </p>
      </div>
    );
  }
  if (state.kind !== "refused") return null;
  const { happened, advice } = failureWords(texts, state.failure);
  return (
    <div className={styles["refusal"]} role="alert">
      <p>{happened}</p>
      <p>{advice}</p>
    </div>
  );
}
