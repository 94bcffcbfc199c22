import { Loader } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { keepLeave } from "../../platform/company-leave.ts";
import { RestFailure } from "../../platform/rest/rest-failure.ts";
import { useServices } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { ownPage, takeVisit } from "./company-visit.ts";
import type { SecondStepAsked } from "./sign-in-form.tsx";
import styles from "./sign-in-page.module.css";

interface CompanyReturnProps {
  readonly onAsked: (asked: SecondStepAsked) => void;
  readonly onFailed: (failure: unknown) => void;
}

/** The code is no longer in the address, nor is it in the history. */
function tidyAddress(returnTo: string): void {
  history.replaceState(null, "", ownPage(returnTo, location.origin));
}

function useReturn() {
  const { rest } = useServices();
  const [answer] = useState(() => location.search);
  return useQuery({
    queryKey: ["company-return"],
    queryFn: async () => {
      const visit = takeVisit(sessionStorage);
      tidyAddress(visit?.returnTo ?? "/");
      if (visit === undefined) throw new RestFailure("auth.step_expired");
      const { ticket } = visit;
      return rest("finishCompanySignIn", { body: { ticket, answer } });
    },
    // The provider's answer is taken once.
    retry: false,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

/** Back from the company's provider: its answer is shown to the server. */
export function CompanyReturn({ onAsked, onFailed }: CompanyReturnProps) {
  const { t } = useTexts();
  const { signedIn } = useServices();
  const { data, error } = useReturn();
  useEffect(() => {
    if (error !== null) onFailed(error);
    if (data === undefined) return;
    keepLeave(localStorage, data.leaveAddress);
    if (data.answer.kind === "signed_in") void signedIn(data.answer.user);
    else onAsked(data.answer);
  }, [data, error, onAsked, onFailed, signedIn]);
  return (
    <div className={styles["waiting"]} role="status">
      <Loader size="sm" />
      {t("signIn.companyReturn")}
    </div>
  );
}
