import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { PersonalExport } from "@veche/contracts";
import { Loaded } from "../../platform/kit/loaded.tsx";
import { notifyFailure } from "../../platform/kit/notify.ts";
import { Pane } from "../../platform/kit/page.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { exportsKey } from "./privacy-keys.ts";
import styles from "./privacy.module.css";
import { EraseSelf } from "./erase-self.tsx";

const askAgainMs = 2_000;
const isWaiting = ({ state }: PersonalExport): boolean => state === "waiting";

function useChange(change: () => Promise<unknown>) {
  const texts = useTexts();
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: exportsKey }),
    onError: (failure) => notifyFailure(texts, failure),
  });
}

function Copy({ copy }: { readonly copy: PersonalExport }) {
  const texts = useTexts();
  const { t } = texts;
  const rest = useRest();
  const { id, state, expiresAt, sizeBytes, requestedAt } = copy;
  const removal = useChange(() =>
    rest("removeExport", { params: { exportId: id } }),
  );
  const megabytes = Math.max(0.1, (sizeBytes ?? 0) / 1_000_000).toFixed(1);
  return (
    <li>
      <span>
        {t(`privacy.copy.${state}`, {
          asked: texts.dateTime(requestedAt),
          until: expiresAt === null ? "" : texts.dateTime(expiresAt),
          size: megabytes,
        })}
      </span>
      {state === "ready" && (
        <>
          <Button
            component="a"
            href={`/api/v1/privacy/exports/${id}/file`}
            download="my-data.zip"
            variant="light"
          >
            {t("privacy.copy.take")}
          </Button>
          <Button
            variant="subtle"
            color="gray"
            loading={removal.isPending}
            onClick={() => removal.mutate()}
          >
            {t("privacy.copy.remove")}
          </Button>
        </>
      )}
    </li>
  );
}

/** A copy of everything the server keeps of me, put together while I wait or do something else. */
function Copies() {
  const { t } = useTexts();
  const rest = useRest();
  const query = useQuery({
    queryKey: exportsKey,
    queryFn: ({ signal }) => rest("listExports", { signal }),
    refetchInterval: ({ state: { data } }) =>
      data?.items.some(isWaiting) === true ? askAgainMs : false,
  });
  const asking = useChange(() => rest("requestExport", {}));
  return (
    <div className={styles["form"]}>
      <p className={styles["about"]}>{t("privacy.copyAbout")}</p>
      <Loaded query={query}>
        {({ items }) => (
          <>
            <ul className={styles["copies"]}>
              {items
                .filter(({ state }) => state !== "expired")
                .map((copy) => (
                  <Copy key={copy.id} copy={copy} />
                ))}
            </ul>
            <Button
              variant="default"
              disabled={items.some(isWaiting)}
              loading={asking.isPending}
              onClick={() => asking.mutate()}
            >
              {t("privacy.copy.ask")}
            </Button>
          </>
        )}
      </Loaded>
    </div>
  );
}

/** My rights over my data: a copy of them, and the end of my account where that is allowed. */
export function MyData() {
  const { t } = useTexts();
  return (
    <>
      <Pane title={t("privacy.copyTitle")}>
        <Copies />
      </Pane>
      <EraseSelf />
    </>
  );
}
