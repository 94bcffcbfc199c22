import { Button, FileButton } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Branding } from "@veche/contracts";
import { iconUpload } from "@veche/ui";
import { useState } from "react";
import { BrandMark } from "../../platform/branding/brand-mark.tsx";
import { brandingKey } from "../../platform/branding/use-branding.ts";
import { Icon } from "../../platform/kit/icon.tsx";
import { notifyFailure } from "../../platform/kit/notify.ts";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import styles from "./branding.module.css";

const maxLogoBytes = 524_288;

function useLogo() {
  const texts = useTexts();
  const rest = useRest();
  const queries = useQueryClient();
  const onSuccess = (branding: Branding) =>
    void queries.setQueryData(brandingKey, branding);
  const onError = (failure: unknown) => notifyFailure(texts, failure);
  const upload = useMutation({
    mutationFn: (file: File) => rest("uploadLogo", { file }),
    onSuccess,
    onError,
  });
  const remove = useMutation({
    mutationFn: () => rest("removeLogo", {}),
    onSuccess,
    onError,
  });
  return { upload, remove };
}

/** The logo takes effect at once: there is nothing else to fill in. */
export function LogoField({ branding }: { readonly branding: Branding }) {
  const { t } = useTexts();
  const { upload, remove } = useLogo();
  const [isTooLarge, setTooLarge] = useState(false);
  const choose = (file: File | null) => {
    setTooLarge(file !== null && file.size > maxLogoBytes);
    if (file !== null && file.size <= maxLogoBytes) upload.mutate(file);
  };
  return (
    <div>
      <p className={styles["label"]}>{t("branding.logo")}</p>
      <div className={styles["logo"]}>
        <BrandMark branding={branding} size={48} />
        <FileButton accept="image/png,image/jpeg,image/webp" onChange={choose}>
          {(props) => (
            <Button
              {...props}
              variant="default"
              loading={upload.isPending}
              leftSection={<Icon paths={iconUpload} size={18} />}
            >
              {t("branding.upload")}
            </Button>
          )}
        </FileButton>
        {branding.logoPath !== null && (
          <Button
            variant="subtle"
            loading={remove.isPending}
            onClick={() => remove.mutate()}
          >
            {t("branding.removeLogo")}
          </Button>
        )}
      </div>
      <p className={styles["hint"]} role={isTooLarge ? "alert" : undefined}>
        {t(isTooLarge ? "branding.tooLarge" : "branding.logoHint")}
      </p>
    </div>
  );
}
