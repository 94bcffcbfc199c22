import { TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { iconSearch } from "@veche/ui";
import { useDeferredValue, useRef, useState, type KeyboardEvent } from "react";
import { Icon } from "../../../platform/kit/icon.tsx";
import { Loaded } from "../../../platform/kit/loaded.tsx";
import { useStore } from "../../../platform/store/use-store.ts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { useMessenger } from "../messenger-context.tsx";
import { useVirtualRows } from "../use-virtual-rows.ts";
import { findEmoji, loadEmoji, type EmojiEntry } from "./emoji-data.ts";
import { emojiRows, perRow } from "./emoji-rows.ts";
import styles from "./emoji.module.css";

interface EmojiPanelProps {
  readonly onChoose: (emoji: string) => void;
}

const rowPx = 38;
const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowLeft: -1,
  ArrowDown: perRow,
  ArrowUp: -perRow,
};

function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const buttons = [
    ...event.currentTarget.querySelectorAll<HTMLButtonElement>("button"),
  ];
  const at = buttons.findIndex((one) => one === document.activeElement);
  buttons[at + step]?.focus();
}

function Grid({
  entries,
  onChoose,
}: EmojiPanelProps & { readonly entries: readonly EmojiEntry[] }) {
  const { t } = useTexts();
  const place = useRef<HTMLDivElement>(null);
  const rows = emojiRows(entries);
  const virtual = useVirtualRows({
    count: rows.length,
    getScrollElement: () => place.current,
    estimateSize: () => rowPx,
    overscan: 5,
  });
  if (rows.length === 0)
    return <p className={styles["none"]}>{t("emoji.none")}</p>;
  return (
    <div ref={place} className={styles["grid"]} onKeyDown={walk}>
      <div
        className={styles["rows"]}
        style={{ height: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map(({ index, start, key }) => (
          <div
            key={key}
            className={styles["row"]}
            style={{ transform: `translateY(${String(start)}px)` }}
          >
            {rows[index]?.map(({ emoji, name }) => (
              <button
                key={emoji}
                type="button"
                aria-label={name}
                title={name}
                onClick={() => onChoose(emoji)}
              >
                {emoji}
              </button>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

/** All emoji, found by words of the reader's language. */
export function EmojiPanel({ onChoose }: EmojiPanelProps) {
  const { t, language } = useTexts();
  const { preferences } = useMessenger();
  const { recentEmoji } = useStore(preferences);
  const [text, setText] = useState("");
  const sought = useDeferredValue(text);
  const query = useQuery({
    queryKey: ["emoji", language],
    queryFn: () => loadEmoji(language),
    staleTime: Infinity,
  });
  return (
    <div className={styles["panel"]}>
      <TextInput
        type="search"
        data-autofocus
        aria-label={t("emoji.search")}
        placeholder={t("emoji.search")}
        leftSection={<Icon paths={iconSearch} size={16} />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {sought === "" && (
        <div
          className={styles["recent"]}
          role="group"
          aria-label={t("emoji.recent")}
        >
          {recentEmoji.slice(0, perRow).map((emoji) => (
            <button
              key={emoji}
              type="button"
              aria-label={emoji}
              onClick={() => onChoose(emoji)}
            >
              {emoji}
            </button>
          ))}
        </div>
      )}
      <Loaded query={query}>
        {(all) => <Grid entries={findEmoji(all, sought)} onChoose={onChoose} />}
      </Loaded>
    </div>
  );
}
