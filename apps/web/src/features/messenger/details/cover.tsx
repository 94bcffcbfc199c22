import { Button, FileButton } from "@mantine/core";
import type { Conversation } from "@veche/contracts";
import { lazy, Suspense, useEffect, useState } from "react";
import { notifyFailure } from "../../../platform/kit/notify.ts";
import type { Square } from "../../../platform/square-crop/square.ts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { useMessenger } from "../messenger-context.tsx";
import { useDoing } from "../use-doing.ts";
import styles from "./details.module.css";

const SquareCrop = lazy(() =>
  import("../../../platform/square-crop/square-crop.tsx").then((file) => ({
    default: file.SquareCrop,
  })),
);

const accepted = "image/png,image/jpeg,image/webp,image/gif";

/** Cuts the chosen part of a file of this device and makes it the picture of the conversation. */
function useCover({ id }: Conversation, onDone: () => void) {
  const texts = useTexts();
  const { asks, uploads } = useMessenger();
  const [isBusy, setBusy] = useState(false);
  const save = async (file: File, square: Square) => {
    setBusy(true);
    try {
      const { fileId } = await uploads.bring(file);
      const cut = await asks.cutSquare(fileId, square);
      await asks.update(id, { pictureId: cut.fileId });
      onDone();
    } catch (failure) {
      notifyFailure(texts, failure);
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, save };
}

/** A file of this device and an address to look at it by. */
interface Chosen {
  readonly file: File;
  readonly url: string;
}

function useChosen() {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  useEffect(
    () => () => {
      if (chosen !== null) URL.revokeObjectURL(chosen.url);
    },
    [chosen],
  );
  const choose = (file: File | null) =>
    setChosen(file && { file, url: URL.createObjectURL(file) });
  return { chosen, choose, close: () => setChosen(null) };
}

/** The picture of a conversation: put, changed, taken away. */
export function Cover({
  conversation,
}: {
  readonly conversation: Conversation;
}) {
  const { t } = useTexts();
  const { asks } = useMessenger();
  const doing = useDoing();
  const { chosen, choose, close } = useChosen();
  const { isBusy, save } = useCover(conversation, close);
  const { id, pictureId } = conversation;
  return (
    <span className={styles["cover"]}>
      <FileButton
        accept={accepted}
        inputProps={{ "aria-label": t("cover.change") }}
        onChange={choose}
      >
        {(button) => (
          <Button {...button} size="compact-sm" variant="subtle">
            {t("cover.change")}
          </Button>
        )}
      </FileButton>
      {pictureId !== null && (
        <Button
          size="compact-sm"
          variant="subtle"
          color="red"
          onClick={() => doing(asks.update(id, { pictureId: null }))}
        >
          {t("cover.remove")}
        </Button>
      )}
      {chosen !== null && (
        <Suspense fallback={null}>
          <SquareCrop
            url={chosen.url}
            isBusy={isBusy}
            onClose={close}
            onDone={(square) => void save(chosen.file, square)}
          />
        </Suspense>
      )}
    </span>
  );
}
