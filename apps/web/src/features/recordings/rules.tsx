import { Button, Checkbox, NumberInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { LibraryPolicy, RecordingPolicy, Role } from "@veche/contracts";
import { iconSettings } from "@veche/ui";
import { useState } from "react";
import { DialogForm } from "../../platform/kit/dialog-form.tsx";
import { Dialog } from "../../platform/kit/dialog.tsx";
import { Icon } from "../../platform/kit/icon.tsx";
import { Loaded } from "../../platform/kit/loaded.tsx";
import { notifyDone, notifyFailure } from "../../platform/kit/notify.ts";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { recordingsKey } from "./recordings-key.ts";
import styles from "./recordings.module.css";

/** Who may record, and how long recordings are kept. */
type Rules = RecordingPolicy & LibraryPolicy;

const roles: readonly Role[] = ["admin", "supervisor", "operator", "employee"];
const mostDays = 3_650;
const rulesKey = [...recordingsKey, "rules"];

function useRules() {
  const rest = useRest();
  return useQuery({
    queryKey: rulesKey,
    queryFn: async ({ signal }): Promise<Rules> => ({
      ...(await rest("getRecordingPolicy", { signal })),
      ...(await rest("getLibraryPolicy", { signal })),
    }),
    // Somebody else may have changed them: a form begins with what holds now.
    staleTime: 0,
    gcTime: 0,
  });
}

interface RulesFormProps {
  readonly rules: Rules;
  readonly onClose: () => void;
}

function useSaving({ rules, onClose }: RulesFormProps) {
  const texts = useTexts();
  const rest = useRest();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ roles: mayRecord, keptDays }: Rules) => {
      if (mayRecord.join() !== rules.roles.join())
        await rest("updateRecordingPolicy", { body: { roles: mayRecord } });
      if (keptDays !== rules.keptDays)
        await rest("updateLibraryPolicy", { body: { keptDays } });
    },
    onSuccess: () => {
      notifyDone(texts, texts.t("saved"));
      onClose();
    },
    onError: (failure) => notifyFailure(texts, failure),
    onSettled: () => queries.invalidateQueries({ queryKey: recordingsKey }),
  });
}

interface FieldProps {
  readonly draft: Rules;
  readonly onChange: (draft: Rules) => void;
}

function MayRecord({ draft, onChange }: FieldProps) {
  const { t } = useTexts();
  return (
    <Checkbox.Group
      label={t("recordings.mayRecord")}
      description={t("recordings.mayRecordAdvice")}
      value={draft.roles}
      onChange={(chosen) =>
        onChange({
          ...draft,
          roles: roles.filter((role) => chosen.includes(role)),
        })
      }
    >
      <div className={styles["choices"]}>
        {roles.map((role) => (
          <Checkbox key={role} value={role} label={t(`role.${role}`)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

function KeptDays({ draft, onChange }: FieldProps) {
  const { t } = useTexts();
  return (
    <NumberInput
      label={t("recordings.keptDays")}
      description={t("recordings.keptDaysAdvice")}
      placeholder={t("privacy.forGood")}
      suffix={t("privacy.daysSuffix")}
      min={1}
      max={mostDays}
      allowDecimal={false}
      clampBehavior="strict"
      value={draft.keptDays ?? ""}
      onChange={(value) =>
        onChange({
          ...draft,
          keptDays: typeof value === "number" ? value : null,
        })
      }
    />
  );
}

function RulesForm(props: RulesFormProps) {
  const { t } = useTexts();
  const { rules, onClose } = props;
  const [draft, setDraft] = useState(rules);
  const saving = useSaving(props);
  // A shorter time takes effect at once and cannot be undone.
  const isShorter = (draft.keptDays ?? Infinity) < (rules.keptDays ?? Infinity);
  return (
    <DialogForm
      title={t("recordings.rules")}
      words={t("action.save")}
      isBusy={saving.isPending}
      onSubmit={() => saving.mutate(draft)}
      onClose={onClose}
    >
      <MayRecord draft={draft} onChange={setDraft} />
      <KeptDays draft={draft} onChange={setDraft} />
      {isShorter && (
        <p className={styles["warning"]} role="status">
          {t("recordings.keptWarning")}
        </p>
      )}
    </DialogForm>
  );
}

function RulesDialog({ onClose }: Pick<RulesFormProps, "onClose">) {
  const { t } = useTexts();
  const query = useRules();
  if (query.data !== undefined && !query.isFetching)
    return <RulesForm rules={query.data} onClose={onClose} />;
  return (
    <Dialog title={t("recordings.rules")} onClose={onClose}>
      <Loaded query={query}>{() => null}</Loaded>
    </Dialog>
  );
}

/** Opens what the administrator decides about recordings. */
export function RulesButton() {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<Icon paths={iconSettings} size={18} />}
        onClick={() => setOpen(true)}
      >
        {t("recordings.rules")}
      </Button>
      {isOpen && <RulesDialog onClose={() => setOpen(false)} />}
    </>
  );
}
