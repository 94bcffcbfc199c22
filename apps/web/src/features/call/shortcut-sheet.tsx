import { Kbd } from "@mantine/core";
import { Dialog } from "../../platform/kit/dialog.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import styles from "./control-bar.module.css";

const lines = [
  { key: "shortcut.mic", keys: ["M", "Ctrl+D"] },
  { key: "shortcut.talk", keys: ["shortcut.space"] },
  { key: "shortcut.camera", keys: ["V", "Ctrl+E"] },
  { key: "shortcut.screen", keys: ["D"] },
  { key: "shortcut.chat", keys: ["C"] },
  { key: "shortcut.fullScreen", keys: ["S"] },
  { key: "shortcut.layout", keys: ["W"] },
  { key: "shortcut.people", keys: ["P"] },
  { key: "shortcut.hand", keys: ["R"] },
  { key: "shortcut.accept", keys: ["Enter"] },
  { key: "shortcut.decline", keys: ["Esc"] },
  { key: "shortcut.help", keys: ["?"] },
] as const;

export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  return (
    <Dialog
      // A call that fills the screen shows only what is inside it.
      withinPortal={false}
      onClose={onClose}
      title={t("shortcut.title")}
    >
      <dl className={styles["sheet"]}>
        {lines.map(({ key, keys }) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>
              {keys.map((one) => (
                <Kbd key={one} ml={6}>
                  {one === "shortcut.space" ? t(one) : one}
                </Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles["sheetNote"]}>{t("shortcut.layouts")}</p>
    </Dialog>
  );
}
