import { Textarea, TextInput } from "@mantine/core";
import type { Site } from "@veche/contracts";
import { Choice } from "../../platform/kit/choice.tsx";
import { DialogForm } from "../../platform/kit/dialog-form.tsx";
import { useDraft } from "../../platform/kit/use-draft.ts";
import { useSecretSaving } from "../../platform/kit/use-secret-saving.ts";
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

interface SiteFormProps {
  /** Undefined: a new site. */
  readonly site: Site | undefined;
  readonly onClose: () => void;
  readonly onSecret: (secret: string) => void;
}

function useSaving({ site, ...after }: SiteFormProps) {
  const rest = useRest();
  return useSecretSaving({
    ...after,
    queryKey: sitesKey,
    save: async (draft: SiteDraft) => {
      const body = fieldsOf(draft);
      if (site === undefined)
        return (await rest("createSite", { body })).secret;
      await rest("updateSite", { params: { siteId: site.id }, body });
      return undefined;
    },
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
      <Choice
        label={t("sites.language")}
        value={draft.language}
        onChange={(language) => change({ language })}
        options={[
          { value: "ru", label: "Русский" },
          { value: "en", label: "English" },
        ]}
      />
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
  const save = useSaving(props);
  const form = useDraft({
    first: () => draftOf(site, language),
    problemsOf,
    save: save.mutate,
  });
  return (
    <DialogForm
      title={site === undefined ? t("sites.add") : site.name}
      words={t(site === undefined ? "sites.create" : "action.save")}
      isBusy={save.isPending}
      onClose={onClose}
      onSubmit={form.submit}
    >
      <Fields {...form} />
    </DialogForm>
  );
}
