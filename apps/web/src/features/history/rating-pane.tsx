import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { HistoryEntry, Rating } from "@veche/contracts";
import { iconCopy } from "@veche/ui";
import { Icon } from "../../platform/kit/icon.tsx";
import { notifyDone, notifyFailure } from "../../platform/kit/notify.ts";
import { Pane } from "../../platform/kit/page.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { ScoreChip } from "./score-chip.tsx";
import styles from "./history.module.css";

function Given({ rating }: { readonly rating: Rating }) {
  const { t } = useTexts();
  const { people, technology, comment } = rating;
  return (
    <dl className={styles["facts"]}>
      <div>
        <dt>{t("rating.people")}</dt>
        <dd>
          <ScoreChip score={people} />
        </dd>
      </div>
      <div>
        <dt>{t("rating.technology")}</dt>
        <dd>
          <ScoreChip score={technology} />
        </dd>
      </div>
      {comment !== "" && (
        <div>
          <dt>{t("rating.comment")}</dt>
          <dd className={styles["comment"]}>{comment}</dd>
        </div>
      )}
    </dl>
  );
}

/** For a customer who closed the page: whoever served sends it by other means. */
function LinkButton({ request }: Pick<HistoryEntry, "request">) {
  const texts = useTexts();
  const { t, date } = texts;
  const rest = useRest();
  const params = { requestId: request.id };
  const copying = useMutation({
    mutationFn: async () => {
      const { url, expiresAt } = await rest("getRatingLink", { params });
      await navigator.clipboard.writeText(url);
      return expiresAt;
    },
    onSuccess: (expiresAt) =>
      notifyDone(texts, t("rating.copied", { date: date(expiresAt) })),
    onError: (failure) => notifyFailure(texts, failure),
  });
  return (
    <Button
      variant="default"
      size="sm"
      loading={copying.isPending}
      leftSection={<Icon paths={iconCopy} size={16} />}
      onClick={() => copying.mutate()}
    >
      {t("rating.copyLink")}
    </Button>
  );
}

/** What the customer said of the session, or a link by which they can. */
export function RatingPane({ entry }: { readonly entry: HistoryEntry }) {
  const { t } = useTexts();
  const { rating, request } = entry;
  return (
    <Pane title={t("rating.title")}>
      {rating === null ? (
        <div className={styles["noRating"]}>
          <p>{t("rating.none")}</p>
          <LinkButton request={request} />
        </div>
      ) : (
        <Given rating={rating} />
      )}
    </Pane>
  );
}
