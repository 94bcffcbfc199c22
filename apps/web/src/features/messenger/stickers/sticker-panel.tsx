import { Button } from "@mantine/core";
import type { StickerReference, StickerSet } from "@veche/contracts";
import { EmptyState } from "../../../platform/kit/empty-state.tsx";
import { Loaded } from "../../../platform/kit/loaded.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { iconSticker } from "../icons.ts";
import { StickerPicture } from "./sticker-picture.tsx";
import { useStickerSets } from "./use-sticker-sets.ts";
import styles from "./stickers.module.css";

interface StickerPanelProps {
  readonly onChoose: (sticker: StickerReference) => void;
  /** Asks for one's sets, to change them. */
  readonly onArrange: () => void;
}

function Sets({
  sets,
  onChoose,
}: Pick<StickerPanelProps, "onChoose"> & {
  readonly sets: readonly StickerSet[];
}) {
  const { t } = useTexts();
  return sets.map(({ id, title, stickers }) => (
    <section key={id} aria-label={title}>
      <h3 className={styles["title"]}>{title}</h3>
      <div className={styles["grid"]}>
        {stickers.map((sticker) => (
          <button
            key={sticker.stickerId}
            type="button"
            aria-label={t("msg.sticker", { emoji: sticker.emoji })}
            onClick={() => onChoose(sticker)}
          >
            <StickerPicture sticker={sticker} />
          </button>
        ))}
      </div>
    </section>
  ));
}

/** The sets one uses; pressing a sticker sends it. */
export function StickerPanel({ onChoose, onArrange }: StickerPanelProps) {
  const { t } = useTexts();
  const query = useStickerSets();
  return (
    <div className={styles["panel"]}>
      <div className={styles["sets"]}>
        <Loaded query={query}>
          {(sets) =>
            sets.every(({ stickers }) => stickers.length === 0) ? (
              <EmptyState
                icon={iconSticker}
                title={t("stickers.empty")}
                advice={t("stickers.emptyAdvice")}
              />
            ) : (
              <Sets sets={sets} onChoose={onChoose} />
            )
          }
        </Loaded>
      </div>
      <Button variant="subtle" size="compact-sm" fullWidth onClick={onArrange}>
        {t("stickers.arrange")}
      </Button>
    </div>
  );
}
