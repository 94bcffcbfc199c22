import { Button } from "@mantine/core";
import type { CannedAnswer } from "@veche/contracts";
import { iconBolt, iconPencil, iconTrash } from "@veche/ui";
import { useState } from "react";
import { Icon } from "../../platform/kit/icon.tsx";
import { ItemCard } from "../../platform/kit/item-card.tsx";
import { ItemListPage } from "../../platform/kit/item-list-page.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { AnswerForm } from "./answer-form.tsx";
import { RemoveAnswer } from "./remove-answer.tsx";
import { useCannedAnswers } from "./use-canned-answers.ts";
import styles from "./canned-answers.module.css";

type Open =
  | { readonly kind: "nothing" }
  | { readonly kind: "new" }
  | { readonly kind: "form" | "remove"; readonly answer: CannedAnswer };

interface AnswerCardProps {
  readonly answer: CannedAnswer;
  readonly onOpen: (kind: "form" | "remove") => void;
}

function AnswerCard({ answer, onOpen }: AnswerCardProps) {
  const { t } = useTexts();
  const { title: name, shortcut, text } = answer;
  return (
    <ItemCard
      name={name}
      detail={<code>/{shortcut}</code>}
      actions={
        <>
          <Button
            variant="default"
            aria-label={t("canned.changeOf", { name })}
            leftSection={<Icon paths={iconPencil} size={16} />}
            onClick={() => onOpen("form")}
          >
            {t("canned.change")}
          </Button>
          <Button
            variant="subtle"
            color="red"
            aria-label={t("canned.removeOf", { name })}
            leftSection={<Icon paths={iconTrash} size={16} />}
            onClick={() => onOpen("remove")}
          >
            {t("canned.remove")}
          </Button>
        </>
      }
    >
      <p className={styles["text"]}>{text}</p>
    </ItemCard>
  );
}

function Layer({
  open,
  onClose,
}: {
  readonly open: Open;
  readonly onClose: () => void;
}) {
  switch (open.kind) {
    case "nothing":
      return null;
    case "new":
      return <AnswerForm answer={undefined} onClose={onClose} />;
    case "form":
      return <AnswerForm answer={open.answer} onClose={onClose} />;
    case "remove":
      return <RemoveAnswer answer={open.answer} onClose={onClose} />;
  }
}

/** The office's ready-made answers, for those who keep them. */
export function CannedAnswersPage() {
  const { t } = useTexts();
  const [open, setOpen] = useState<Open>({ kind: "nothing" });
  return (
    <ItemListPage
      title={t("canned.pageTitle")}
      lead={t("canned.lead")}
      add={{ label: t("canned.add"), onPress: () => setOpen({ kind: "new" }) }}
      empty={{
        icon: iconBolt,
        title: t("canned.empty"),
        advice: t("canned.emptyAdvice"),
      }}
      query={useCannedAnswers()}
      draw={(answer) => (
        <AnswerCard
          key={answer.id}
          answer={answer}
          onOpen={(kind) => setOpen({ kind, answer })}
        />
      )}
    >
      <Layer open={open} onClose={() => setOpen({ kind: "nothing" })} />
    </ItemListPage>
  );
}
