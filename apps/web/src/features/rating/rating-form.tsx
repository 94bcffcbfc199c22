import { Button, Rating as Stars, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { RatingDoor, RatingFields } from "@veche/contracts";
import { useState } from "react";
import { notifyFailure } from "../../platform/kit/notify.ts";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import styles from "./rating.module.css";

interface RatingFormProps {
  readonly door: RatingDoor;
  readonly token: string;
}

const scoreKeys = [1, 2, 3, 4, 5] as const;

function Question({
  legend,
  value,
  onChoose,
}: {
  readonly legend: string;
  readonly value: number | null;
  readonly onChoose: (score: number) => void;
}) {
  const { t } = useTexts();
  return (
    <fieldset className={styles["question"]}>
      <legend>{legend}</legend>
      <Stars
        size="xl"
        value={value ?? 0}
        onChange={onChoose}
        getSymbolLabel={(score) => {
          const known = scoreKeys.find((key) => key === score);
          return known === undefined ? "" : t(`rating.score${known}`);
        }}
      />
    </fieldset>
  );
}

interface QuestionsProps {
  readonly fields: RatingFields;
  readonly onChange: (fields: RatingFields) => void;
}

function Questions({ fields, onChange }: QuestionsProps) {
  const { t } = useTexts();
  return (
    <>
      <Question
        legend={t("rating.askPeople")}
        value={fields.people}
        onChoose={(people) => onChange({ ...fields, people })}
      />
      <Question
        legend={t("rating.askTechnology")}
        value={fields.technology}
        onChoose={(technology) => onChange({ ...fields, technology })}
      />
      <Textarea
        label={t("rating.askComment")}
        autosize
        minRows={3}
        maxLength={1000}
        value={fields.comment}
        onChange={({ currentTarget }) =>
          onChange({ ...fields, comment: currentTarget.value })
        }
      />
    </>
  );
}

/** Two taps and a word; what was given before can be changed while it may be. */
export function RatingForm({ door, token }: RatingFormProps) {
  const texts = useTexts();
  const { t } = texts;
  const rest = useRest();
  const { operatorName, rating } = door;
  const [fields, setFields] = useState<RatingFields>({
    people: rating?.people ?? null,
    technology: rating?.technology ?? null,
    comment: rating?.comment ?? "",
  });
  const sending = useMutation({
    mutationFn: () => rest("rateByLink", { params: { token }, body: fields }),
    onError: (failure) => notifyFailure(texts, failure),
  });
  if (sending.isSuccess)
    return (
      <p className={styles["thanks"]} role="status">
        {t("rating.thanks")}
      </p>
    );
  return (
    <form
      className={styles["form"]}
      onSubmit={(event) => {
        event.preventDefault();
        sending.mutate();
      }}
    >
      <p className={styles["lead"]}>
        {operatorName === null
          ? t("rating.pageLeadNobody")
          : t("rating.pageLead", { name: operatorName })}
      </p>
      <Questions fields={fields} onChange={setFields} />
      <Button
        type="submit"
        size="md"
        loading={sending.isPending}
        disabled={fields.people === null && fields.technology === null}
      >
        {t("rating.send")}
      </Button>
    </form>
  );
}
