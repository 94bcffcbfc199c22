import { Skeleton } from "@mantine/core";
import { useTexts } from "../texts/texts.tsx";
import { useLasting } from "../use-lasting.ts";
import styles from "./loading-rows.module.css";

/** The shape of a list while it loads; screen readers hear one word. */
export function LoadingRows({ count = 5 }: { readonly count?: number }) {
  const { t } = useTexts();
  const isLong = useLasting({ forMs: 1000 });
  return (
    <div
      className={styles["rows"]}
      role="status"
      aria-label={t("state.loading")}
    >
      {Array.from({ length: count }, (_, index) => (
        <Skeleton key={index} height={40} radius="md" animate={isLong} />
      ))}
    </div>
  );
}
