import { lazy, Suspense, useState } from "react";
import { useBranding } from "../../platform/branding/use-branding.ts";
import { BrandMark } from "../../platform/branding/brand-mark.tsx";
import { LanguageSwitch } from "../../platform/language/language-switch.tsx";
import { useServices } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { PasskeyWay } from "./passkey-way.tsx";
import { SignInForm, type SecondStepAsked } from "./sign-in-form.tsx";
import styles from "./sign-in-page.module.css";

const SecondStep = lazy(() =>
  import("./second-step.tsx").then((file) => ({ default: file.SecondStep })),
);

const MustEnrol = lazy(() =>
  import("./must-enrol.tsx").then((file) => ({ default: file.MustEnrol })),
);

interface StepProps {
  readonly asked: SecondStepAsked | undefined;
  readonly onAsked: (asked: SecondStepAsked | undefined) => void;
}

function Step({ asked, onAsked }: StepProps) {
  const back = () => onAsked(undefined);
  switch (asked?.kind) {
    case undefined:
      return (
        <>
          <SignInForm onAsked={onAsked} />
          <PasskeyWay />
        </>
      );
    case "second_step":
      return <SecondStep asked={asked} onBack={back} />;
    case "must_enrol":
      return <MustEnrol ticket={asked.ticket} onBack={back} />;
  }
}

const leadOf = ({
  asked,
  isExpired,
}: {
  readonly asked: SecondStepAsked | undefined;
  readonly isExpired: boolean;
}) => {
  if (asked !== undefined)
    return asked.kind === "second_step"
      ? "signIn.secondStep"
      : "signIn.mustEnrol";
  return isExpired ? "signIn.ended" : "signIn.lead";
};

/** The door: the company's mark and colour, the form, the language. */
export function SignInPage({ isExpired }: { readonly isExpired: boolean }) {
  const { t } = useTexts();
  const { chooseLanguage } = useServices();
  const branding = useBranding();
  const [asked, setAsked] = useState<SecondStepAsked>();
  return (
    <main className={styles["page"]}>
      <div className={styles["card"]}>
        <BrandMark branding={branding} size={48} />
        <h1 className={styles["title"]}>{branding.productName}</h1>
        <p className={styles["lead"]}>{t(leadOf({ asked, isExpired }))}</p>
        <Suspense fallback={null}>
          <Step asked={asked} onAsked={setAsked} />
        </Suspense>
      </div>
      <div className={styles["language"]}>
        <LanguageSwitch
          onChoose={(language) => void chooseLanguage(language)}
        />
      </div>
    </main>
  );
}
