import { PasswordInput, Switch, TagsInput } from "@mantine/core";
import { useState } from "react";
import { useTexts } from "../../platform/texts/texts.tsx";
import type { PlanDraft, PlanProblem } from "./plan-draft.ts";

interface OutsideFieldsProps {
  readonly draft: PlanDraft;
  readonly problems: Partial<Record<PlanProblem, true>>;
  readonly onChange: (part: Partial<PlanDraft>) => void;
}

const isAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+$/.test(text);

/** Who comes from outside the company, and what guests are asked for. */
export function OutsideFields({
  draft,
  problems,
  onChange,
}: OutsideFieldsProps) {
  const { t } = useTexts();
  const { hasPassword, password } = draft;
  return (
    <>
      <Addresses
        addresses={draft.outside}
        onChange={(outside) => onChange({ outside })}
      />
      <CallSwitches draft={draft} onChange={onChange} />
      <Switch
        label={t("conf.password")}
        description={t("conf.passwordHint")}
        checked={hasPassword}
        onChange={({ currentTarget }) =>
          onChange({ hasPassword: currentTarget.checked })
        }
      />
      {hasPassword && (
        <PasswordInput
          label={t("conf.passwordNew")}
          description={draft.hadPassword && t("conf.passwordKept")}
          autoComplete="new-password"
          maxLength={72}
          error={problems.password && t("conf.passwordShort")}
          value={password}
          onChange={({ currentTarget }) =>
            onChange({ password: currentTarget.value })
          }
        />
      )}
    </>
  );
}

/** What holds in its calls. */
function CallSwitches({
  draft: { entry },
  onChange,
}: Pick<OutsideFieldsProps, "draft" | "onChange">) {
  const { t } = useTexts();
  const change = (part: Partial<PlanDraft["entry"]>) =>
    onChange({ entry: { ...entry, ...part } });
  return (
    <>
      <Switch
        label={t("conf.lobby")}
        description={t("conf.lobbyHint")}
        checked={entry.hasLobby}
        onChange={({ currentTarget: { checked: hasLobby } }) =>
          change({ hasLobby })
        }
      />
      <Switch
        label={t("conf.presenters")}
        description={t("conf.presentersHint")}
        checked={entry.presenters === "organisers"}
        onChange={({ currentTarget: { checked } }) =>
          change({ presenters: checked ? "organisers" : "everybody" })
        }
      />
      <Switch
        label={t("conf.recorded")}
        description={t("conf.recordedHint")}
        checked={entry.isRecorded}
        onChange={({ currentTarget: { checked: isRecorded } }) =>
          change({ isRecorded })
        }
      />
    </>
  );
}

function Addresses({
  addresses,
  onChange,
}: {
  readonly addresses: readonly string[];
  readonly onChange: (addresses: readonly string[]) => void;
}) {
  const { t } = useTexts();
  const [wrong, setWrong] = useState<string>();
  return (
    <TagsInput
      label={t("conf.outside")}
      description={t("conf.outsideHint")}
      placeholder={addresses.length === 0 ? "name@example.com" : ""}
      error={wrong !== undefined && t("conf.outsideWrong", { text: wrong })}
      maxTags={200}
      acceptValueOnBlur
      splitChars={[",", ";", " "]}
      value={[...addresses]}
      onChange={(all) => {
        setWrong(all.find((one) => !isAddress(one)));
        onChange(all.filter(isAddress));
      }}
    />
  );
}
