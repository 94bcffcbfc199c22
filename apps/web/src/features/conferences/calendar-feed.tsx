import { Button } from "@mantine/core";
import { CopiedCode } from "../../platform/kit/copied-code.tsx";
import { Dialog } from "../../platform/kit/dialog.tsx";
import { Loaded } from "../../platform/kit/loaded.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { useChange, useFeed } from "./use-conferences.ts";
import styles from "./form.module.css";

/** My conferences in other calendar programs, by a secret address. */
export function CalendarFeed({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  return (
    <Dialog title={t("conf.feedTitle")} onClose={onClose}>
      <div className={styles["facts"]}>
        <p className={styles["quiet"]}>{t("conf.feedLead")}</p>
        <Loaded query={useFeed()}>{({ url }) => <Address url={url} />}</Loaded>
      </div>
    </Dialog>
  );
}

function Address({ url }: { readonly url: string | null }) {
  const { t } = useTexts();
  const rest = useRest();
  const changing = useChange({});
  return (
    <>
      {url !== null && (
        <>
          <CopiedCode code={url} label={t("conf.feedAddress")} />
          <p className={styles["quiet"]}>{t("conf.feedSecret")}</p>
        </>
      )}
      <div className={styles["buttons"]}>
        <Button
          variant={url === null ? "filled" : "default"}
          disabled={changing.isPending}
          onClick={() => changing.mutate(() => rest("makeCalendarFeed", {}))}
        >
          {t(url === null ? "conf.feedMake" : "conf.feedAnother")}
        </Button>
        {url !== null && (
          <Button
            variant="default"
            color="red"
            disabled={changing.isPending}
            onClick={() => changing.mutate(() => rest("endCalendarFeed", {}))}
          >
            {t("conf.feedEnd")}
          </Button>
        )}
      </div>
    </>
  );
}
