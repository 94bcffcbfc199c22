import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { knowsPasskeys } from "../../platform/second-factor/passkeys.ts";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { CompanyWays } from "./company-ways.tsx";
import { PasskeyWay } from "./passkey-way.tsx";
import { SignInForm, type SecondStepAsked } from "./sign-in-form.tsx";
import type { SignInState } from "./sign-in-model.ts";
import { SignInRefusal } from "./sign-in-refusal.tsx";
import styles from "./sign-in-page.module.css";

interface FirstStepProps {
  /** What became of a way through the company. */
  readonly arrival: SignInState;
  readonly onAsked: (asked: SecondStepAsked) => void;
}

function useWays() {
  const rest = useRest();
  return useQuery({
    queryKey: ["sign-in-ways"],
    queryFn: ({ signal }) => rest("getSignInWays", { signal }),
  }).data;
}

/** Login and password, and whatever else lets people in here. */
export function FirstStep({ arrival, onAsked }: FirstStepProps) {
  const { t } = useTexts();
  const ways = useWays();
  const [wantsPassword, setWantsPassword] = useState(false);
  const companies = ways?.companies ?? [];
  const hasPasskeys = ways?.passkeys === true && knowsPasskeys();
  const isFolded =
    ways?.isCompanyOnly === true && companies.length > 0 && !wantsPassword;
  if (isFolded)
    return (
      <div className={styles["form"]}>
        <SignInRefusal state={arrival} seconds={0} />
        <CompanyWays companies={companies} />
        <Button
          variant="subtle"
          color="gray"
          onClick={() => setWantsPassword(true)}
        >
          {t("signIn.byPassword")}
        </Button>
      </div>
    );
  return (
    <div className={styles["form"]}>
      <SignInRefusal state={arrival} seconds={0} />
      <SignInForm onAsked={onAsked} />
      {(hasPasskeys || companies.length > 0) && (
        <div className={styles["ways"]}>
          <CompanyWays companies={companies} />
          {hasPasskeys && <PasskeyWay />}
        </div>
      )}
    </div>
  );
}
