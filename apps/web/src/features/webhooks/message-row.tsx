import { Button } from "@mantine/core";
import type { WebhookMessage } from "@veche/contracts";
import { createFormats } from "@veche/ui";
import { Chip, type Tone } from "../../platform/kit/chip.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import styles from "./webhooks.module.css";

const tones: Readonly<Record<WebhookMessage["state"], Tone>> = {
  waiting: "caution",
  delivered: "positive",
  skipped: "quiet",
};

interface MessageRowProps {
  readonly message: WebhookMessage;
  readonly isBusy: boolean;
  readonly onAct: (act: "replay" | "skip") => void;
}

/** What became of one message, and what can be done about it. */
export function MessageRow({ message, isBusy, onAct }: MessageRowProps) {
  const { t, language } = useTexts();
  const { type, at, state, body, attempts } = message;
  const act = state === "waiting" ? "skip" : "replay";
  return (
    <tr>
      <td>{createFormats(language).dateTime(at)}</td>
      <td>
        <details>
          <summary>{type}</summary>
          <pre aria-label={t("hooks.message.body")} className={styles["body"]}>
            {JSON.stringify(JSON.parse(body), undefined, 2)}
          </pre>
        </details>
      </td>
      <td>
        <Chip tone={tones[state]}>{t(`hooks.state.${state}`)}</Chip>
      </td>
      <td>
        {attempts
          .map(({ status }) =>
            status === null ? t("hooks.message.silent") : String(status),
          )
          .join(", ")}
      </td>
      <td>
        <Button
          variant="subtle"
          size="compact-sm"
          disabled={isBusy}
          onClick={() => onAct(act)}
        >
          {t(`hooks.${act}`)}
        </Button>
      </td>
    </tr>
  );
}
