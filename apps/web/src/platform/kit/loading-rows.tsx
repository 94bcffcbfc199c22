import { Skeleton } from "@mantine/core";
import { useTexts } from "../texts/texts.tsx";
import styles from "./loading-rows.module.css";

/** The shape of a list while it loads; screen readers hear one word. */
export function LoadingRows({ count = 5 }: { readonly count?: number }) {
  const { t } = useTexts();
  return (
    <div
      className={styles["rows"]}
      role="status"
      aria-label={t("state.loading")}
    >
      {Array.from({ length: count }, (_, index) => (
        <Skeleton key={index} height={40} radius="md" />
      ))}
    </div>
  );
}
