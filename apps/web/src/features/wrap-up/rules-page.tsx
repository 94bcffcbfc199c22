import { ActionIcon, Button, NumberInput, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { WrapUpRules, WrapUpWish } from "@veche/contracts";
import { iconPlus, iconTrash } from "@veche/ui";
import { useState } from "react";
import { Icon } from "../../platform/kit/icon.tsx";
import { Loaded } from "../../platform/kit/loaded.tsx";
import { notifyDone, notifyFailure } from "../../platform/kit/notify.ts";
import { Page, Pane } from "../../platform/kit/page.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { rulesKey, useRules } from "./use-rules.ts";
import styles from "./wrap-up.module.css";

const mostOutcomes = 30;
const longestSeconds = 3_600;

type Outcome = WrapUpWish["outcomes"][number];

interface OutcomeRowProps {
  readonly outcome: Outcome;
  readonly change: (outcome: Outcome) => void;
  readonly remove: () => void;
}

function OutcomeRow({ outcome, change, remove }: OutcomeRowProps) {
  const { t } = useTexts();
  const field = (language: "ru" | "en") => (
    <TextInput
      aria-label={t(`wrapUp.in.${language}`)}
      placeholder={t(`wrapUp.in.${language}`)}
      required
      maxLength={60}
      value={outcome[language]}
      onChange={({ currentTarget }) =>
        change({ ...outcome, [language]: currentTarget.value })
      }
    />
  );
  return (
    <li className={styles["outcomeRow"]}>
      {field("ru")}
      {field("en")}
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t("wrapUp.remove", { name: outcome.ru || outcome.en })}
        onClick={remove}
      >
        <Icon paths={iconTrash} size={18} />
      </ActionIcon>
    </li>
  );
}

function useSaving() {
  const texts = useTexts();
  const rest = useRest();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (rules: WrapUpWish) =>
      rest("updateWrapUpRules", { body: rules }),
    onSuccess: (rules) => {
      client.setQueryData(rulesKey, rules);
      notifyDone(texts, texts.t("saved"));
    },
    onError: (failure) => notifyFailure(texts, failure),
  });
}

interface OutcomesProps {
  readonly outcomes: readonly Outcome[];
  readonly onChange: (outcomes: readonly Outcome[]) => void;
}

const fresh: Outcome = { id: null, ru: "", en: "", isOffered: true };

function Outcomes({ outcomes, onChange }: OutcomesProps) {
  const { t } = useTexts();
  return (
    <>
      <h3 className={styles["listTitle"]}>{t("wrapUp.outcomes")}</h3>
      <p className={styles["hint"]}>{t("wrapUp.outcomesHint")}</p>
      <ol className={styles["outcomeRows"]}>
        {outcomes.map((outcome, index) => (
          <OutcomeRow
            key={outcome.id ?? index}
            outcome={outcome}
            change={(changed) => onChange(outcomes.with(index, changed))}
            remove={() => onChange(outcomes.toSpliced(index, 1))}
          />
        ))}
      </ol>
      <Button
        className={styles["add"] ?? ""}
        variant="subtle"
        size="sm"
        disabled={outcomes.length >= mostOutcomes}
        leftSection={<Icon paths={iconPlus} size={16} />}
        onClick={() => onChange([...outcomes, fresh])}
      >
        {t("wrapUp.addOutcome")}
      </Button>
    </>
  );
}

function RulesForm({ rules }: { readonly rules: WrapUpRules }) {
  const { t } = useTexts();
  const [seconds, setSeconds] = useState(rules.seconds);
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>(
    rules.outcomes.filter(({ isOffered }) => isOffered),
  );
  const saving = useSaving();
  return (
    <form
      className={styles["rules"]}
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate({ seconds, outcomes: [...outcomes] });
      }}
    >
      <NumberInput
        className={styles["seconds"] ?? ""}
        label={t("wrapUp.seconds")}
        description={t("wrapUp.secondsHint")}
        suffix={t("wrapUp.secondsSuffix")}
        min={0}
        max={longestSeconds}
        allowDecimal={false}
        clampBehavior="strict"
        value={seconds}
        onChange={(value) => setSeconds(typeof value === "number" ? value : 0)}
      />
      <Outcomes outcomes={outcomes} onChange={setOutcomes} />
      <div>
        <Button type="submit" loading={saving.isPending}>
          {t("action.save")}
        </Button>
      </div>
    </form>
  );
}

/** For administrators: how long operators have after each customer, and what a session can come to. */
export function WrapUpRulesPage() {
  const { t } = useTexts();
  return (
    <Page title={t("wrapUp.rulesTitle")} lead={t("wrapUp.rulesLead")}>
      <Pane>
        <Loaded query={useRules()}>
          {(rules) => <RulesForm key={JSON.stringify(rules)} rules={rules} />}
        </Loaded>
      </Pane>
    </Page>
  );
}
