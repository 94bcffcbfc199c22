import type { Branding } from "@veche/contracts";
import { colourVariables, iconVideo, type ColourScheme } from "@veche/ui";
import type { CSSProperties } from "react";
import { BrandMark } from "../../platform/branding/brand-mark.tsx";
import { Icon } from "../../platform/kit/icon.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import styles from "./branding.module.css";

interface PreviewProps {
  readonly branding: Branding;
  readonly scheme: ColourScheme;
}

/** A piece of the customer's window in one scheme, drawn with the tokens that scheme will have. */
function Preview({ branding, scheme }: PreviewProps) {
  const { t } = useTexts();
  // Custom properties are not in React's type of a style; they are set through the CSSOM like the others.
  const variables = Object.fromEntries(
    colourVariables(scheme, branding.accentColour),
  ) as CSSProperties;
  return (
    <div className={styles["preview"]} style={variables}>
      <div className={styles["previewHead"]}>
        <BrandMark branding={branding} size={24} />
        {branding.productName}
      </div>
      <div className={styles["previewBody"]}>
        <p className={styles["bubble"]}>{t("branding.previewGreeting")}</p>
        <span className={styles["button"]}>
          <Icon paths={iconVideo} size={18} />
          {t("branding.previewCall")}
        </span>
        <p className={styles["link"]}>{branding.productName}</p>
        <p className={styles["schemeName"]}>
          {t(
            scheme === "light"
              ? "branding.previewLight"
              : "branding.previewDark",
          )}
        </p>
      </div>
    </div>
  );
}

export function BrandingPreview({ branding }: { readonly branding: Branding }) {
  const { t } = useTexts();
  return (
    <section className={styles["previews"]} aria-label={t("branding.preview")}>
      <Preview branding={branding} scheme="light" />
      <Preview branding={branding} scheme="dark" />
    </section>
  );
}
