import { Button } from "@mantine/core";
import { useRef } from "react";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { useMessenger } from "../messenger-context.tsx";
import type { Upload } from "./upload.ts";
import styles from "./choose-again.module.css";

/** Says that a file's bytes are gone with the page that had them, and takes them anew. */
export function ChooseAgain({ upload }: { readonly upload: Upload }) {
  const { t } = useTexts();
  const { uploads } = useMessenger();
  const input = useRef<HTMLInputElement>(null);
  return (
    <span className={styles["missing"]}>
      <span role="status">{t("file.missing")}</span>
      <input
        ref={input}
        type="file"
        hidden
        onChange={({ currentTarget: { files } }) => {
          const file = files?.item(0) ?? null;
          if (file !== null) uploads.supply(upload, file);
        }}
      />
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => input.current?.click()}
      >
        {t("file.chooseAgain")}
      </Button>
    </span>
  );
}
