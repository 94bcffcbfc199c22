import { ActionIcon, Tooltip } from "@mantine/core";
import type { Site } from "@veche/contracts";
import { iconKey, iconPencil } from "@veche/ui";
import { useState } from "react";
import { Chip } from "../../platform/kit/chip.tsx";
import { CopiedCode } from "../../platform/kit/copied-code.tsx";
import { Icon } from "../../platform/kit/icon.tsx";
import { ItemCard } from "../../platform/kit/item-card.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { RotateQuestion } from "./rotate-question.tsx";
import { snippetOf } from "./site-draft.ts";
import styles from "./sites.module.css";

interface SiteCardProps {
  readonly site: Site;
  readonly onEdit: () => void;
  readonly onSecret: (secret: string) => void;
}

function Origins({ origins }: { readonly origins: readonly string[] }) {
  const { t } = useTexts();
  if (origins.length === 0)
    return <p className={styles["warning"]}>{t("sites.noOrigins")}</p>;
  return (
    <ul className={styles["origins"]} aria-label={t("sites.origins")}>
      {origins.map((origin) => (
        <li key={origin}>
          <Chip>{origin}</Chip>
        </li>
      ))}
    </ul>
  );
}

function Buttons({
  site,
  onRotate,
  onEdit,
}: Pick<SiteCardProps, "site" | "onEdit"> & { readonly onRotate: () => void }) {
  const { t } = useTexts();
  return (
    <>
      <Tooltip label={t("sites.rotate")}>
        <ActionIcon
          variant="subtle"
          size="lg"
          aria-label={t("sites.rotate")}
          onClick={onRotate}
        >
          <Icon paths={iconKey} size={18} />
        </ActionIcon>
      </Tooltip>
      <ActionIcon
        variant="subtle"
        size="lg"
        aria-label={t("sites.edit", { name: site.name })}
        onClick={onEdit}
      >
        <Icon paths={iconPencil} size={18} />
      </ActionIcon>
    </>
  );
}

export function SiteCard({ site, onEdit, onSecret }: SiteCardProps) {
  const { t } = useTexts();
  const [isAsking, setAsking] = useState(false);
  return (
    <ItemCard
      name={site.name}
      detail={<Origins origins={site.origins} />}
      actions={
        <Buttons site={site} onEdit={onEdit} onRotate={() => setAsking(true)} />
      }
    >
      <CopiedCode
        label={`${t("sites.snippet")}. ${t("sites.snippetLead")}`}
        code={snippetOf(location.origin, site.key)}
      />
      {isAsking && (
        <RotateQuestion
          site={site}
          onClose={() => setAsking(false)}
          onSecret={(secret) => {
            setAsking(false);
            onSecret(secret);
          }}
        />
      )}
    </ItemCard>
  );
}
