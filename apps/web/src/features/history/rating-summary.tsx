import { useQuery } from "@tanstack/react-query";
import type { RatingSummary as Summary } from "@veche/contracts";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import styles from "./history.module.css";

const percent = (part: number, whole: number): string =>
  whole === 0 ? "—" : `${String(Math.round((part / whole) * 100))} %`;

const satisfied = ({ count, satisfiedCount }: Summary["people"]): string =>
  percent(satisfiedCount, count);

/** For supervisors: the share of 4 and 5 among the answers, and how many answered. */
export function RatingSummary() {
  const { t, number } = useTexts();
  const rest = useRest();
  const { data } = useQuery({
    queryKey: ["history", "ratings"],
    queryFn: ({ signal }) =>
      rest("getRatingSummary", { query: { days: 30 }, signal }),
  });
  if (data === undefined) return null;
  const { servedCount, ratedCount, people, technology } = data;
  const facts = [
    { key: "rating.csat", value: satisfied(people) },
    { key: "rating.smooth", value: satisfied(technology) },
    { key: "rating.answered", value: percent(ratedCount, servedCount) },
  ] as const;
  return (
    <section aria-label={t("rating.last30")}>
      <h2 className={styles["summaryTitle"]}>{t("rating.last30")}</h2>
      <dl className={styles["summary"]}>
        {facts.map(({ key, value }) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={styles["summaryNote"]}>
        {t("rating.ofServed", {
          rated: number(ratedCount),
          served: number(servedCount),
        })}
      </p>
    </section>
  );
}
