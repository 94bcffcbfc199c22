import { notifications } from "@mantine/notifications";
import type { ReactNode } from "react";
import { failureWords } from "../texts/failure-words.ts";
import type { Texts } from "../texts/texts.tsx";

const closing = ({ t }: Texts) => ({
  withBorder: true,
  closeButtonProps: { "aria-label": t("action.close") },
});

/** Says briefly that something is done. */
export function notifyDone(texts: Texts, message: string): void {
  notifications.show({ ...closing(texts), message, autoClose: 3500 });
}

/** Says what did not come about, though nothing failed. */
export function notifyWarning(texts: Texts, message: ReactNode): void {
  notifications.show({
    ...closing(texts),
    color: "yellow",
    message,
    autoClose: 8_000,
  });
}

/** Says what goes on, until it is closed or forgotten by the same id. */
export function notifyLasting(
  texts: Texts,
  note: {
    readonly id: string;
    readonly title: string;
    readonly message: ReactNode;
  },
): void {
  notifications.show({
    ...closing(texts),
    ...note,
    color: "yellow",
    autoClose: false,
  });
}

/** It goes on no longer. */
export function forgetNote(id: string): void {
  notifications.hide(id);
}

/** Says what failed and what to do, long enough to be read. */
export function notifyFailure(texts: Texts, failure: unknown): void {
  const { happened, advice, reference } = failureWords(texts, failure);
  notifications.show({
    ...closing(texts),
    color: "red",
    title: happened,
    message:
      reference === undefined
        ? advice
        : `${advice} ${texts.t("failure.reference", { reference })}`,
    autoClose: 12_000,
  });
}
