import { useQuery } from "@tanstack/react-query";
import type { StickerReference } from "@veche/contracts";
import { EmptyState } from "../../../platform/kit/empty-state.tsx";
import { Loaded } from "../../../platform/kit/loaded.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { fileAddress } from "../files/file-address.ts";
import { iconSticker } from "../icons.ts";
import { useMessenger } from "../messenger-context.tsx";
import styles from "./stickers.module.css";

/** The sets one uses; pressing a sticker sends it. */
export function StickerPanel({
  onChoose,
}: {
  readonly onChoose: (sticker: StickerReference) => void;
}) {
  const { t } = useTexts();
  const { asks } = useMessenger();
  const query = useQuery({ queryKey: ["stickers"], queryFn: asks.stickerSets });
  return (
    <div className={styles["panel"]}>
      <Loaded query={query}>
        {(sets) =>
          sets.length === 0 ? (
            <EmptyState
              icon={iconSticker}
              title={t("stickers.empty")}
              advice={t("stickers.emptyAdvice")}
            />
          ) : (
            sets.map(({ id, title, stickers }) => (
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
                      <img
                        src={fileAddress(sticker.fileId)}
                        alt=""
                        loading="lazy"
                      />
                    </button>
                  ))}
                </div>
              </section>
            ))
          )
        }
      </Loaded>
    </div>
  );
}
