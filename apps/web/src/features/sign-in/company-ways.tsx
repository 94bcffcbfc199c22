import { Button } from "@mantine/core";
import type { SignInWays } from "@veche/contracts";
import { iconShieldLock } from "@veche/ui";
import { useState } from "react";
import { Icon } from "../../platform/kit/icon.tsx";
import { useNow } from "../../platform/now.ts";
import { useServices } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { keepVisit, ownPage } from "./company-visit.ts";
import {
  afterFailure,
  lockedSeconds,
  type SignInState,
} from "./sign-in-model.ts";
import { SignInRefusal } from "./sign-in-refusal.tsx";
import styles from "./sign-in-page.module.css";

type Company = SignInWays["companies"][number];

function useLeaving() {
  const { rest, powers } = useServices();
  const [state, setState] = useState<SignInState>({ kind: "ready" });
  const go = async ({ id: providerId }: Company) => {
    setState({ kind: "checking" });
    try {
      const params = { providerId };
      const start = await rest("beginCompanySignIn", { params });
      const returnTo = ownPage(location.href, location.origin);
      keepVisit(sessionStorage, { ticket: start.ticket, returnTo });
      location.assign(start.address);
    } catch (failure) {
      setState(afterFailure(failure, powers.nowMs()));
    }
  };
  return { state, go };
}

/** A button for each way through the company. */
export function CompanyWays({
  companies,
}: {
  readonly companies: readonly Company[];
}) {
  const { t } = useTexts();
  const { state, go } = useLeaving();
  const seconds = lockedSeconds(state, useNow());
  if (companies.length === 0) return null;
  return (
    <div className={styles["form"]}>
      <SignInRefusal state={state} seconds={seconds} />
      {companies.map((company) => (
        <Button
          key={company.id}
          variant="default"
          size="md"
          fullWidth
          leftSection={<Icon paths={iconShieldLock} size={18} />}
          disabled={state.kind === "checking" || seconds > 0}
          onClick={() => void go(company)}
        >
          {t("signIn.byCompany", { name: company.name })}
        </Button>
      ))}
    </div>
  );
}
