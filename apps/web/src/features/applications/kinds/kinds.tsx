import { NavLink } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Application, ObjectType } from "@veche/contracts";
import { useState } from "react";
import { Loaded } from "../../../platform/kit/loaded.tsx";
import { useRest } from "../../../platform/services.tsx";
import { Dialog } from "../../../platform/kit/dialog.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { kindsKey } from "../applications-key.ts";
import { AddButton } from "./add-button.tsx";
import { emptyKind, kindDraftOf } from "./kind-draft.ts";
import { KindEditor } from "./kind-editor.tsx";
import styles from "./kinds.module.css";

interface KindsProps {
  readonly application: Application;
  readonly onClose: () => void;
}

interface ChooserProps extends Pick<KindsProps, "application"> {
  readonly kinds: readonly ObjectType[];
}

/** The kinds at the left, the chosen one beside them. */
function Chooser({ application, kinds }: ChooserProps) {
  const { t, language } = useTexts();
  const [chosen, setChosen] = useState<string | null>(kinds[0]?.type ?? null);
  const kind = kinds.find(({ type }) => type === chosen);
  return (
    <div className={styles["chooser"]}>
      <nav aria-label={t("kinds.list")}>
        {kinds.map(({ type, title }) => (
          <NavLink
            key={type}
            component="button"
            type="button"
            label={title[language]}
            description={type}
            active={type === chosen}
            onClick={() => setChosen(type)}
          />
        ))}
        <AddButton name={t("kinds.add")} onClick={() => setChosen(null)} />
      </nav>
      <KindEditor
        key={chosen ?? ""}
        applicationId={application.id}
        initial={kind === undefined ? emptyKind : kindDraftOf(kind)}
        onKept={setChosen}
      />
    </div>
  );
}

/** Which kinds of objects an application has, and how their cards look (A6). */
export function Kinds({ application, onClose }: KindsProps) {
  const { t } = useTexts();
  const rest = useRest();
  const query = useQuery({
    queryKey: kindsKey(application.id),
    queryFn: ({ signal }) =>
      rest("listObjectTypesOf", {
        params: { applicationId: application.id },
        signal,
      }),
  });
  return (
    <Dialog
      size="min(1240px, 96vw)"
      onClose={onClose}
      title={t("kinds.titleOf", { name: application.name })}
    >
      <Loaded query={query}>
        {({ items }) => <Chooser application={application} kinds={items} />}
      </Loaded>
    </Dialog>
  );
}
