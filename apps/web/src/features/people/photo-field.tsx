import { Button, FileButton } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { FileId } from "@veche/contracts";
import { iconTrash, iconUpload } from "@veche/ui";
import { useState } from "react";
import { Icon } from "../../platform/kit/icon.tsx";
import { notifyDone, notifyFailure } from "../../platform/kit/notify.ts";
import { Picture } from "../../platform/kit/picture.tsx";
import { useMe } from "../../platform/me.tsx";
import { usePhoto } from "../../platform/people/use-photo.ts";
import { RestFailure } from "../../platform/rest/rest-failure.ts";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { CropDialog } from "./crop-dialog.tsx";
import { personKey } from "./keys.ts";
import styles from "./people.module.css";

/** Brings a picture to the server and waits until it was looked at. */
export type SendPhoto = (file: File) => Promise<FileId>;

/** Sends the photo, or takes the present one away. */
function useChanging(send: SendPhoto, onDone: () => void) {
  const texts = useTexts();
  const me = useMe();
  const rest = useRest();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (photo: Blob | null) => {
      const photoId =
        photo === null
          ? null
          : await send(new File([photo], "photo.jpg", { type: photo.type }));
      return rest("updateMyCard", { body: { photoId } });
    },
    onSuccess: () => {
      onDone();
      notifyDone(texts, texts.t("photo.saved"));
      return queries.invalidateQueries({ queryKey: personKey(me.id) });
    },
    onError: (failure) => notifyFailure(texts, failure),
  });
}

/** Another picture is chosen, or none. */
function PhotoButtons({
  onChoose,
  onRemove,
  isBusy,
}: {
  readonly onChoose: (file: File) => void;
  readonly onRemove: () => void;
  readonly isBusy: boolean;
}) {
  const { t } = useTexts();
  const { id } = useMe();
  const hasNone = usePhoto(id) === null;
  return (
    <div className={styles["photoWords"]}>
      <FileButton
        accept="image/png,image/jpeg,image/webp"
        onChange={(file) => file !== null && onChoose(file)}
      >
        {(props) => (
          <Button
            {...props}
            variant="default"
            leftSection={<Icon paths={iconUpload} size={18} />}
          >
            {t(hasNone ? "photo.add" : "photo.change")}
          </Button>
        )}
      </FileButton>
      {!hasNone && (
        <Button
          variant="subtle"
          color="red"
          size="compact-sm"
          leftSection={<Icon paths={iconTrash} size={16} />}
          loading={isBusy}
          onClick={onRemove}
        >
          {t("photo.remove")}
        </Button>
      )}
      <span className={styles["quiet"]}>{t("photo.hint")}</span>
    </div>
  );
}

/** My photo: chosen, cut to a square, shown to everybody. */
export function PhotoField({ send }: { readonly send: SendPhoto }) {
  const texts = useTexts();
  const me = useMe();
  const [picture, setPicture] = useState<ImageBitmap | null>(null);
  const close = () => setPicture(null);
  const changing = useChanging(send, close);
  const choose = (file: File) => {
    createImageBitmap(file).then(setPicture, () =>
      notifyFailure(texts, new RestFailure("file.not_a_picture")),
    );
  };
  return (
    <div className={styles["photo"]}>
      <Picture name={me.name} id={me.id} personId={me.id} size={96} />
      <PhotoButtons
        isBusy={changing.isPending}
        onChoose={choose}
        onRemove={() => changing.mutate(null)}
      />
      {picture !== null && (
        <CropDialog
          picture={picture}
          isBusy={changing.isPending}
          onClose={close}
          onDone={(photo) => changing.mutate(photo)}
        />
      )}
    </div>
  );
}
