import { iconAlertCircle, iconCheck, iconChecks, iconClock } from "@veche/ui";
import { Icon } from "../parts/icon.tsx";
import { useTexts, useWidget } from "../parts/widget-context.ts";
import { errorWords } from "../texts/error-words.ts";
import { linkedText } from "./linked-text.tsx";
import type { Delivery, TimelineItem } from "./timeline.ts";

const icons = {
  waiting: iconClock,
  sent: iconCheck,
  delivered: iconChecks,
  read: iconChecks,
  refused: iconAlertCircle,
} as const;

function DeliverySign({ delivery }: { readonly delivery: Delivery }) {
  const { t } = useTexts();
  const label = t(`message.${delivery.kind}`);
  return (
    <span
      class={`delivery ${delivery.kind}`}
      role="img"
      aria-label={label}
      title={label}
    >
      <Icon paths={icons[delivery.kind]} size={15} />
    </span>
  );
}

type Message = Extract<TimelineItem, { kind: "message" }>;

function Refusal({ message }: { readonly message: Message }) {
  const { client } = useWidget();
  const { t, language } = useTexts();
  const { delivery, clientId } = message;
  if (delivery?.kind !== "refused" || clientId === null) return null;
  const { happened, advice } = errorWords(language, delivery.code);
  return (
    <div class="refusal">
      <p>
        {happened} {advice}
      </p>
      <button
        type="button"
        class="text-button"
        onClick={() => client.get()?.retryMessage(clientId)}
      >
        {t("action.retry")}
      </button>
      <button
        type="button"
        class="text-button"
        onClick={() => client.get()?.discardMessage(clientId)}
      >
        {t("chat.discard")}
      </button>
    </div>
  );
}

/** One message with its author, time and how far it got; under the last one in words. */
export function MessageRow({
  message,
  isLast,
}: {
  readonly message: Message;
  readonly isLast: boolean;
}) {
  const { t } = useTexts();
  const { isMine, author, body, time, delivery } = message;
  return (
    <li class={`message ${isMine ? "mine" : "theirs"}`}>
      {author === null ? null : <span class="author">{author}</span>}
      <div class="bubble">
        {isMine ? <span class="unseen">{t("chat.you")}: </span> : null}
        <span class="body">{linkedText(body)}</span>
        <span class="stamp">
          {time}
          {delivery === null ? null : <DeliverySign delivery={delivery} />}
        </span>
      </div>
      <Refusal message={message} />
      {isLast && delivery !== null && delivery.kind !== "refused" ? (
        <span class="reached" aria-hidden="true">
          {t(`message.${delivery.kind}`)}
        </span>
      ) : null}
    </li>
  );
}
