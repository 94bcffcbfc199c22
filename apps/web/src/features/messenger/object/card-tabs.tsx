import { useId, useState, type KeyboardEvent, type ReactNode } from "react";
import { useTexts } from "../../../platform/texts/texts.tsx";
import styles from "./object.module.css";

const tabs = ["fields", "recordings"] as const;
type Tab = (typeof tabs)[number];

const otherTab = (tab: Tab): Tab =>
  tab === "fields" ? "recordings" : "fields";

/** What is known of the object, and what was recorded when it was talked about (A4). */
export function CardTabs(contents: Readonly<Record<Tab, ReactNode>>) {
  const { t } = useTexts();
  const id = useId();
  const [open, setOpen] = useState<Tab>("fields");
  const turn = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    event.preventDefault();
    setOpen(otherTab(open));
    document.getElementById(`${id}-${otherTab(open)}`)?.focus();
  };
  return (
    <>
      <div
        className={styles["tabs"]}
        role="tablist"
        aria-label={t("card.title")}
        onKeyDown={turn}
      >
        {tabs.map((tab) => (
          <button
            key={tab}
            id={`${id}-${tab}`}
            type="button"
            role="tab"
            aria-selected={tab === open}
            aria-controls={`${id}-shown`}
            tabIndex={tab === open ? 0 : -1}
            onClick={() => setOpen(tab)}
          >
            {t(`card.tab.${tab}`)}
          </button>
        ))}
      </div>
      <div
        id={`${id}-shown`}
        className={styles["fields"]}
        role="tabpanel"
        aria-labelledby={`${id}-${open}`}
        tabIndex={0}
      >
        {contents[open]}
      </div>
    </>
  );
}
