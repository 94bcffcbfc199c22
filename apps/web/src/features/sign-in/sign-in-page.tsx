import { lazy, Suspense, useEffect, useState } from "react";
import { useBranding } from "../../platform/branding/use-branding.ts";
import { BrandMark } from "../../platform/branding/brand-mark.tsx";
import { LanguageSwitch } from "../../platform/language/language-switch.tsx";
import { keepLeave } from "../../platform/company-leave.ts";
import { useServices } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { returnPath } from "./company-visit.ts";
import { FirstStep } from "./first-step.tsx";
import type { SecondStepAsked } from "./sign-in-form.tsx";
import type { SignInState } from "./sign-in-model.ts";
import styles from "./sign-in-page.module.css";

const SecondStep = lazy(() =>
  import("./second-step.tsx").then((file) => ({ default: file.SecondStep })),
);

const MustEnrol = lazy(() =>
  import("./must-enrol.tsx").then((file) => ({ default: file.MustEnrol })),
);

const CompanyReturn = lazy(() =>
  import("./company-return.tsx").then((file) => ({
    default: file.CompanyReturn,
  })),
);

/** Where one stands on the way in. */
type Stand =
  | { readonly kind: "first"; readonly state: SignInState }
  | { readonly kind: "returning" }
  | { readonly kind: "asked"; readonly asked: SecondStepAsked };

const begin: Stand = { kind: "first", state: { kind: "ready" } };

interface StepProps {
  readonly stand: Stand;
  readonly onStand: (stand: Stand) => void;
}

function useSteps(onStand: StepProps["onStand"]) {
  const [steps] = useState(() => ({
    ask: (asked: SecondStepAsked) => onStand({ kind: "asked", asked }),
    fail: (failure: unknown) =>
      onStand({ kind: "first", state: { kind: "refused", failure } }),
    back: () => onStand(begin),
  }));
  return steps;
}

function Step({ stand, onStand }: StepProps) {
  const { ask, fail, back } = useSteps(onStand);
  if (stand.kind === "returning")
    return <CompanyReturn onAsked={ask} onFailed={fail} />;
  if (stand.kind === "first")
    return <FirstStep arrival={stand.state} onAsked={ask} />;
  const { asked } = stand;
  return asked.kind === "second_step" ? (
    <SecondStep asked={asked} onBack={back} />
  ) : (
    <MustEnrol ticket={asked.ticket} onBack={back} />
  );
}

const leadOf = (
  stand: Stand,
  { isExpired }: { readonly isExpired: boolean },
) => {
  if (stand.kind === "asked")
    return stand.asked.kind === "second_step"
      ? "signIn.secondStep"
      : "signIn.mustEnrol";
  return isExpired ? "signIn.ended" : "signIn.lead";
};

/** The door: the company's mark and colour, the form, the language. */
export function SignInPage({ isExpired }: { readonly isExpired: boolean }) {
  const { t } = useTexts();
  const { chooseLanguage } = useServices();
  const branding = useBranding();
  const [stand, setStand] = useState<Stand>(() =>
    location.pathname === returnPath ? { kind: "returning" } : begin,
  );
  // Whoever is at the door has left.
  useEffect(() => keepLeave(localStorage, null), []);
  return (
    <main className={styles["page"]}>
      <div className={styles["card"]}>
        <BrandMark branding={branding} size={48} />
        <h1 className={styles["title"]}>{branding.productName}</h1>
        <p className={styles["lead"]}>{t(leadOf(stand, { isExpired }))}</p>
        <Suspense fallback={null}>
          <Step stand={stand} onStand={setStand} />
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
