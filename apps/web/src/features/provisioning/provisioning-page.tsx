import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { iconKey, iconPlus } from "@veche/ui";
import { useState } from "react";
import { CopiedCode } from "../../platform/kit/copied-code.tsx";
import { EmptyState } from "../../platform/kit/empty-state.tsx";
import { Icon } from "../../platform/kit/icon.tsx";
import { Loaded } from "../../platform/kit/loaded.tsx";
import { Page, Pane } from "../../platform/kit/page.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { KeyForm } from "./key-form.tsx";
import { KeyRevocation } from "./key-revocation.tsx";
import { KeyShown } from "./key-shown.tsx";
import { KeyTable, type ScimKey } from "./key-table.tsx";
import { scimKeysKey } from "./scim-keys-key.ts";
import styles from "./provisioning.module.css";

type Open =
  | { readonly kind: "nothing" }
  | { readonly kind: "new" }
  | { readonly kind: "shown"; readonly token: string }
  | { readonly kind: "revoke"; readonly key: ScimKey };

const nothing: Open = { kind: "nothing" };

interface OpenDialogProps {
  readonly open: Open;
  readonly onOpen: (open: Open) => void;
}

function OpenDialog({ open, onOpen }: OpenDialogProps) {
  const close = () => onOpen(nothing);
  switch (open.kind) {
    case "nothing":
      return null;
    case "new":
      return (
        <KeyForm
          onClose={close}
          onMade={(token) => onOpen({ kind: "shown", token })}
        />
      );
    case "shown":
      return <KeyShown token={open.token} onClose={close} />;
    case "revoke":
      return <KeyRevocation scimKey={open.key} onClose={close} />;
  }
}

function Keys({ onRevoke }: { readonly onRevoke: (key: ScimKey) => void }) {
  const { t } = useTexts();
  const rest = useRest();
  const query = useQuery({
    queryKey: scimKeysKey,
    queryFn: ({ signal }) => rest("listScimTokens", { signal }),
  });
  return (
    <Loaded query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState
            icon={iconKey}
            title={t("scim.empty")}
            advice={t("scim.emptyAdvice")}
          />
        ) : (
          <KeyTable keys={items} onRevoke={onRevoke} />
        )
      }
    </Loaded>
  );
}

/** Keys for a system that keeps the company's people, and where it finds us (SCIM 2.0). */
export function ProvisioningPage() {
  const { t } = useTexts();
  const [open, setOpen] = useState<Open>(nothing);
  const add = (
    <Button
      leftSection={<Icon paths={iconPlus} size={18} />}
      onClick={() => setOpen({ kind: "new" })}
    >
      {t("scim.add")}
    </Button>
  );
  return (
    <Page title={t("scim.title")} lead={t("scim.lead")} actions={add}>
      <Pane title={t("scim.where")}>
        <div className={styles["where"]}>
          <CopiedCode
            label={t("scim.address")}
            code={`${location.origin}/scim/v2`}
          />
          <p className={styles["quiet"]}>{t("scim.whereLead")}</p>
        </div>
      </Pane>
      <Pane title={t("scim.keys")}>
        <Keys onRevoke={(key) => setOpen({ kind: "revoke", key })} />
      </Pane>
      <OpenDialog open={open} onOpen={setOpen} />
    </Page>
  );
}
