import { notifications } from "@mantine/notifications";
import { failureWords } from "../texts/failure-words.ts";
import type { Texts } from "../texts/texts.tsx";

/** Says briefly that something is done. */
export const notifyDone = (message: string): void =>
  void notifications.show({ message, withBorder: true, autoClose: 3500 });

/** Says what failed and what to do; stays until it is closed. */
export function notifyFailure(texts: Texts, failure: unknown): void {
  const { happened, advice, reference } = failureWords(texts, failure);
  notifications.show({
    color: "red",
    title: happened,
    message:
      reference === undefined
        ? advice
        : `${advice} ${texts.t("failure.reference", { reference })}`,
    withBorder: true,
    autoClose: 12_000,
  });
}
