import { Button } from "@mantine/core";
import type {
  OperatorStatus,
  RequestId,
  WrapUp,
  WrapUpFields,
} from "@veche/contracts";
import {
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  type ReactNode,
} from "react";
import { notifyFailure } from "../../platform/kit/notify.ts";
import { useServerNow } from "../../platform/server-now.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { draftOf, fieldsOf, isSame } from "./wrap-up-draft.ts";
import { WrapUpFieldsForm } from "./wrap-up-fields.tsx";
import styles from "./wrap-up.module.css";

/** What the card asks of the desk. */
export interface WrapUpPowers {
  readonly save: (
    words: WrapUpFields & { readonly isDone: boolean },
  ) => Promise<WrapUp>;
  readonly extend: (shownUntil: string) => Promise<void>;
  /** Ends the wrap-up with nothing written down. */
  readonly skip: () => Promise<void>;
  /** The card has done its work. */
  readonly close: () => void;
}

interface WrapUpCardProps {
  readonly requestId: RequestId;
  readonly status: OperatorStatus;
  readonly powers: WrapUpPowers;
  /** A link to the session in the history. */
  readonly link: ReactNode;
}

function TimeLeft({
  until,
  powers,
}: {
  readonly until: string;
  readonly powers: WrapUpPowers;
}) {
  const texts = useTexts();
  const { t, clock } = texts;
  const leftMs = Math.max(0, Date.parse(until) - useServerNow());
  return (
    <p className={styles["time"]}>
      <span role="timer">{t("wrapUp.left", { time: clock(leftMs) })}</span>
      <Button
        variant="default"
        size="compact-sm"
        onClick={() =>
          void powers
            .extend(until)
            .catch((failure: unknown) => notifyFailure(texts, failure))
        }
      >
        {t("wrapUp.more")}
      </Button>
    </p>
  );
}

const empty = draftOf(null);

/** The draft; one that was not sent is saved when the card goes: for the next customer, or another page. */
function useWrapUp(
  { save, skip, close }: WrapUpPowers,
  { isTiming }: { readonly isTiming: boolean },
) {
  const texts = useTexts();
  const [draft, setDraft] = useState(empty);
  const [isBusy, setBusy] = useState(false);
  const kept = useRef(empty);
  const keepRest = useEffectEvent(() => {
    if (isSame(draft, kept.current)) return;
    save({ ...fieldsOf(draft), isDone: false }).catch((failure: unknown) =>
      notifyFailure(texts, failure),
    );
  });
  useEffect(() => () => keepRest(), []);
  const finish = async () => {
    setBusy(true);
    try {
      if (isSame(draft, kept.current)) await (isTiming && skip());
      else await save({ ...fieldsOf(draft), isDone: isTiming });
      kept.current = draft;
      close();
    } catch (failure) {
      notifyFailure(texts, failure);
      setBusy(false);
    }
  };
  return { draft, setDraft, isBusy, finish };
}

/** After a customer: what it came to, while nobody rings. */
export function WrapUpCard({
  requestId,
  status,
  powers,
  link,
}: WrapUpCardProps) {
  const { t } = useTexts();
  const until =
    status.wrapUp?.requestId === requestId ? status.wrapUp.until : null;
  const { draft, setDraft, isBusy, finish } = useWrapUp(powers, {
    isTiming: until !== null,
  });
  return (
    <form
      className={styles["card"]}
      aria-label={t("wrapUp.title")}
      onSubmit={(event) => {
        event.preventDefault();
        void finish();
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && event.ctrlKey) void finish();
      }}
    >
      {until === null ? (
        <p className={styles["time"]} role="status">
          {t("wrapUp.over")}
        </p>
      ) : (
        <TimeLeft until={until} powers={powers} />
      )}
      <WrapUpFieldsForm
        draft={draft}
        change={(part) => setDraft({ ...draft, ...part })}
      />
      <div className={styles["buttons"]}>
        {link}
        <Button type="submit" size="md" loading={isBusy}>
          {t("session.next")}
        </Button>
      </div>
    </form>
  );
}
