import { SegmentedControl } from "@mantine/core";
import type { Language } from "@veche/contracts";
import { notifyFailure } from "../../platform/kit/notify.ts";
import { LanguageSwitch } from "../../platform/language/language-switch.tsx";
import { useServices } from "../../platform/services.tsx";
import { useStore } from "../../platform/store/use-store.ts";
import { useTexts } from "../../platform/texts/texts.tsx";
import { schemeChoices } from "../../platform/theme/scheme.ts";
import styles from "./profile.module.css";

/** Language (kept with the account) and light or dark (kept in this browser). */
export function Preferences() {
  const texts = useTexts();
  const { rest, scheme, chooseLanguage, signedIn } = useServices();
  const choice = useStore(scheme.choice);
  const choose = async (language: Language) => {
    await chooseLanguage(language);
    await rest("updateMe", { body: { language } })
      .then(signedIn)
      .catch((failure: unknown) => notifyFailure(texts, failure));
  };
  return (
    <div className={styles["choices"]}>
      <div className={styles["choice"]}>
        <span>{texts.t("language.name")}</span>
        <LanguageSwitch onChoose={(language) => void choose(language)} />
      </div>
      <div className={styles["choice"]}>
        <span>{texts.t("scheme.name")}</span>
        <SegmentedControl
          aria-label={texts.t("scheme.name")}
          value={choice}
          onChange={scheme.choose}
          data={schemeChoices.map((value) => ({
            value,
            label: texts.t(`scheme.${value}`),
          }))}
        />
      </div>
    </div>
  );
}
