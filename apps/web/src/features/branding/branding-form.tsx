import { Button, ColorInput, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Branding } from "@veche/contracts";
import { useState } from "react";
import { brandingKey } from "../../platform/branding/use-branding.ts";
import { notifyDone, notifyFailure } from "../../platform/kit/notify.ts";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { BrandingPreview } from "./branding-preview.tsx";
import { checkColour } from "./colour-check.ts";
import { LogoField } from "./logo-field.tsx";
import styles from "./branding.module.css";

const swatches = [
  "#0b6379",
  "#1a5fb4",
  "#5b3fa8",
  "#a3275f",
  "#b3261e",
  "#8a5a00",
  "#2c6e3f",
  "#37474f",
];

function useSaving() {
  const texts = useTexts();
  const rest = useRest();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { productName: string; accentColour: string }) =>
      rest("updateBranding", { body }),
    onSuccess: (branding) => {
      queries.setQueryData(brandingKey, branding);
      notifyDone(texts, texts.t("saved"));
    },
    onError: (failure) => notifyFailure(texts, failure),
  });
}

function ColourNote({ written }: { readonly written: string }) {
  const texts = useTexts();
  const check = checkColour(written);
  if (check.kind === "not_a_colour") return null;
  return (
    <p className={styles["hint"]}>
      {texts.t("branding.contrast", { ratio: check.ratio })} —{" "}
      {texts.t("branding.contrastGood")}. {texts.t("branding.adjusted")}
    </p>
  );
}

interface ColourFieldProps {
  readonly written: string;
  readonly onChange: (written: string) => void;
}

function ColourField({ written, onChange }: ColourFieldProps) {
  const { t } = useTexts();
  const isColour = checkColour(written).kind === "good";
  return (
    <div>
      <ColorInput
        label={t("branding.colour")}
        value={written}
        onChange={onChange}
        swatches={swatches}
        error={!isColour && t("branding.colourInvalid")}
        eyeDropperButtonProps={{ "aria-label": t("branding.colour") }}
      />
      <ColourNote written={written} />
    </div>
  );
}

export function BrandingForm({ branding }: { readonly branding: Branding }) {
  const { t } = useTexts();
  const [productName, setName] = useState(branding.productName);
  const [written, setWritten] = useState(branding.accentColour);
  const save = useSaving();
  const check = checkColour(written);
  const accentColour =
    check.kind === "good" ? check.colour : branding.accentColour;
  const isReady = productName.trim() !== "" && check.kind === "good";
  return (
    <div className={styles["columns"]}>
      <form
        className={styles["form"]}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady)
            save.mutate({ productName: productName.trim(), accentColour });
        }}
      >
        <TextInput
          label={t("branding.name")}
          value={productName}
          maxLength={120}
          error={productName.trim() === "" && t("branding.nameMissing")}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <ColourField written={written} onChange={setWritten} />
        <Button type="submit" loading={save.isPending} disabled={!isReady}>
          {t("branding.save")}
        </Button>
        <LogoField branding={branding} />
      </form>
      <BrandingPreview
        branding={{
          ...branding,
          productName:
            productName.trim() === "" ? branding.productName : productName,
          accentColour,
        }}
      />
    </div>
  );
}
