import { Button, TextInput } from "@mantine/core";
import type { SignInAnswer } from "@veche/contracts";
import { iconKey } from "@veche/ui";
import { useState } from "react";
import { Icon } from "../../platform/kit/icon.tsx";
import { useNow } from "../../platform/now.ts";
import { knowsPasskeys } from "../../platform/second-factor/passkeys.ts";
import { useServices } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import {
  afterFailure,
  lockedSeconds,
  type SignInState,
} from "./sign-in-model.ts";
import { SignInRefusal } from "./sign-in-refusal.tsx";
import { usePasskey } from "./use-passkey.ts";
import styles from "./sign-in-page.module.css";

type Asked = Extract<SignInAnswer, { readonly kind: "second_step" }>;

const shortestCode = 6;

const codeLabel = (steps: Asked["steps"]) => {
  const hasTotp = steps.includes("totp");
  const hasCodes = steps.includes("recovery_code");
  if (hasTotp && hasCodes) return "signIn.anyCode";
  if (hasTotp) return "signIn.code";
  return hasCodes ? "signIn.recoveryCode" : undefined;
};

/** After the password: a code of an application, a recovery code, or a passkey. */
export function SecondStep({
  asked: { ticket, steps },
  onBack,
}: {
  readonly asked: Asked;
  readonly onBack: () => void;
}) {
  const { t } = useTexts();
  const label = codeLabel(steps);
  return (
    <div className={styles["form"]}>
      {steps.includes("passkey") && knowsPasskeys() && (
        <ByPasskey ticket={ticket} />
      )}
      {label !== undefined && <ByCode ticket={ticket} label={t(label)} />}
      <Button variant="subtle" color="gray" onClick={onBack}>
        {t("signIn.back")}
      </Button>
    </div>
  );
}

function ByPasskey({ ticket }: { readonly ticket: string }) {
  const { t } = useTexts();
  const { state, enter } = usePasskey(ticket);
  const seconds = lockedSeconds(state, useNow());
  return (
    <>
      <SignInRefusal state={state} seconds={seconds} />
      <Button
        size="md"
        leftSection={<Icon paths={iconKey} size={18} />}
        loading={state.kind === "checking"}
        disabled={seconds > 0}
        onClick={() => void enter()}
      >
        {t("signIn.showPasskey")}
      </Button>
    </>
  );
}

function useCode(ticket: string) {
  const { rest, powers, signedIn } = useServices();
  const [code, setCode] = useState("");
  const [state, setState] = useState<SignInState>({ kind: "ready" });
  const send = async () => {
    setState({ kind: "checking" });
    try {
      const body = { ticket, code: code.trim() };
      await signedIn(await rest("signInWithCode", { body }));
    } catch (failure) {
      setCode("");
      setState(afterFailure(failure, powers.nowMs()));
    }
  };
  return { code, setCode, state, send };
}

function ByCode({
  ticket,
  label,
}: {
  readonly ticket: string;
  readonly label: string;
}) {
  const { t } = useTexts();
  const { code, setCode, state, send } = useCode(ticket);
  const seconds = lockedSeconds(state, useNow());
  return (
    <form
      className={styles["form"]}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (code.trim().length >= shortestCode) void send();
      }}
    >
      <SignInRefusal state={state} seconds={seconds} />
      <TextInput
        size="md"
        label={label}
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={40}
        autoFocus
        value={code}
        onChange={({ currentTarget }) => setCode(currentTarget.value)}
      />
      <Button
        type="submit"
        size="md"
        fullWidth
        loading={state.kind === "checking"}
        disabled={seconds > 0}
      >
        {t("signIn.submit")}
      </Button>
    </form>
  );
}
