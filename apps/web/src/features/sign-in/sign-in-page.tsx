import { useBranding } from "../../platform/branding/use-branding.ts";
import { BrandMark } from "../../platform/branding/brand-mark.tsx";
import { LanguageSwitch } from "../../platform/language/language-switch.tsx";
import { useServices } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { SignInForm } from "./sign-in-form.tsx";
import styles from "./sign-in-page.module.css";

/** The door: the company's mark and colour, the form, the language. */
export function SignInPage({ isExpired }: { readonly isExpired: boolean }) {
  const { t } = useTexts();
  const { chooseLanguage } = useServices();
  const branding = useBranding();
  return (
    <main className={styles["page"]}>
      <div className={styles["card"]}>
        <BrandMark branding={branding} size={48} />
        <h1 className={styles["title"]}>{branding.productName}</h1>
        <p className={styles["lead"]}>
          {t(isExpired ? "signIn.ended" : "signIn.lead")}
        </p>
        <SignInForm />
      </div>
      <div className={styles["language"]}>
        <LanguageSwitch
          onChoose={(language) => void chooseLanguage(language)}
        />
      </div>
    </main>
  );
}
