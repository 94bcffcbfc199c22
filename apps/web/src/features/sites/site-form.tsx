import {
  Button,
  Modal,
  SegmentedControl,
  Textarea,
  TextInput,
} from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Site } from "@veche/contracts";
import { useState } from "react";
import { notifyDone, notifyFailure } from "../../platform/kit/notify.ts";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import {
  draftOf,
  fieldsOf,
  problemsOf,
  type SiteDraft,
  type SiteProblems,
} from "./site-draft.ts";
import { sitesKey } from "./sites-key.ts";
import styles from "./sites.module.css";

interface SiteFormProps {
  /** Undefined: a new site. */
  readonly site: Site | undefined;
  readonly onClose: () => void;
  readonly onSecret: (secret: string) => void;
}

function useSaving({ site, onClose, onSecret }: SiteFormProps) {
  const texts = useTexts();
  const rest = useRest();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (draft: SiteDraft) => {
      const body = fieldsOf(draft);
      if (site === undefined)
        return (await rest("createSite", { body })).secret;
      await rest("updateSite", { params: { siteId: site.id }, body });
      return undefined;
    },
    onSuccess: (secret) => {
      if (secret === undefined) {
        notifyDone(texts, texts.t("saved"));
        onClose();
      } else onSecret(secret);
      return queries.invalidateQueries({ queryKey: sitesKey });
    },
    onError: (failure) => notifyFailure(texts, failure),
  });
}

interface FieldsProps {
  readonly draft: SiteDraft;
  readonly problems: SiteProblems;
  readonly change: (part: Partial<SiteDraft>) => void;
}

function Fields({ draft, problems, change }: FieldsProps) {
  const { t } = useTexts();
  const errorOf = (field: keyof SiteProblems) =>
    problems[field] !== undefined && t(problems[field]);
  return (
    <>
      <TextInput
        label={t("sites.name")}
        data-autofocus
        value={draft.name}
        error={errorOf("name")}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <Textarea
        label={t("sites.origins")}
        description={t("sites.originsHint")}
        autosize
        minRows={2}
        value={draft.origins}
        error={errorOf("origins")}
        onChange={(event) => change({ origins: event.currentTarget.value })}
      />
      <div className={styles["choice"]}>
        <span>{t("sites.language")}</span>
        <SegmentedControl
          aria-label={t("sites.language")}
          value={draft.language}
          onChange={(language) => change({ language })}
          data={[
            { value: "ru", label: "Русский" },
            { value: "en", label: "English" },
          ]}
        />
      </div>
      <Textarea
        label={t("sites.greeting")}
        description={t("sites.greetingHint")}
        maxLength={300}
        value={draft.greeting}
        onChange={(event) => change({ greeting: event.currentTarget.value })}
      />
    </>
  );
}

export function SiteForm(props: SiteFormProps) {
  const { t, language } = useTexts();
  const { site, onClose } = props;
  const [draft, setDraft] = useState(() => draftOf(site, language));
  const [problems, setProblems] = useState<SiteProblems>({});
  const save = useSaving(props);
  const submit = () => {
    const found = problemsOf(draft);
    setProblems(found);
    if (Object.keys(found).length === 0) save.mutate(draft);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={site === undefined ? t("sites.add") : site.name}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      <form
        className={styles["form"]}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Fields
          draft={draft}
          problems={problems}
          change={(part) => setDraft((present) => ({ ...present, ...part }))}
        />
        <div className={styles["end"]}>
          <Button variant="default" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t(site === undefined ? "sites.create" : "action.save")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
