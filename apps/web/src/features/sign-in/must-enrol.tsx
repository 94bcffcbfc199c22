import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import type { User } from "@veche/contracts";
import { useState } from "react";
import { Loaded } from "../../platform/kit/loaded.tsx";
import { RecoveryCodes } from "../../platform/second-factor/recovery-codes.tsx";
import { TotpSetup } from "../../platform/second-factor/totp-setup.tsx";
import { useRest, useServices } from "../../platform/services.tsx";
import { failureWords } from "../../platform/texts/failure-words.ts";
import { useTexts } from "../../platform/texts/texts.tsx";
import styles from "./sign-in-page.module.css";

function useEnrolment(ticket: string) {
  const rest = useRest();
  const query = useQuery({
    queryKey: ["enrolment", ticket],
    queryFn: () => rest("beginRequiredEnrolment", { body: { ticket } }),
    // Each asking makes another secret: the one on the screen must stay good.
    staleTime: Infinity,
  });
  const confirming = useMutation({
    mutationFn: (code: string) =>
      rest("finishRequiredEnrolment", { body: { ticket, code } }),
  });
  return { query, confirming };
}

/** A role asks for a second factor and there is none: it is set up before anything else. */
export function MustEnrol({
  ticket,
  onBack,
}: {
  readonly ticket: string;
  readonly onBack: () => void;
}) {
  const texts = useTexts();
  const { signedIn } = useServices();
  const [code, setCode] = useState("");
  const { query, confirming } = useEnrolment(ticket);
  const enter = (user: User) => void signedIn(user);
  if (confirming.data !== undefined) {
    const { user, recoveryCodes } = confirming.data;
    return <RecoveryCodes codes={recoveryCodes} onKept={() => enter(user)} />;
  }
  return (
    <form
      className={styles["form"]}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (code !== "") confirming.mutate(code);
      }}
    >
      <Loaded query={query}>
        {(enrolment) => (
          <TotpSetup
            enrolment={enrolment}
            code={code}
            onCode={setCode}
            error={
              confirming.error === null
                ? undefined
                : failureWords(texts, confirming.error).happened
            }
          />
        )}
      </Loaded>
      <Button type="submit" size="md" fullWidth loading={confirming.isPending}>
        {texts.t("signIn.submit")}
      </Button>
      <Button variant="subtle" color="gray" onClick={onBack}>
        {texts.t("signIn.back")}
      </Button>
    </form>
  );
}
