import { Button, PasswordInput, TextInput } from "@mantine/core";
import type { SignInAnswer } from "@veche/contracts";
import { useState, type SubmitEvent } from "react";
import { useNow } from "../../platform/now.ts";
import { useServices } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { SignInRefusal } from "./sign-in-refusal.tsx";
import {
  afterFailure,
  lockedSeconds,
  type SignInState,
} from "./sign-in-model.ts";
import styles from "./sign-in-page.module.css";

interface Missing {
  readonly login: boolean;
  readonly password: boolean;
}

/** What is asked for after a right password. */
export type SecondStepAsked = Exclude<
  SignInAnswer,
  { readonly kind: "signed_in" }
>;

function useSignIn(onAsked: (asked: SecondStepAsked) => void) {
  const { rest, powers, signedIn } = useServices();
  const [state, setState] = useState<SignInState>({ kind: "ready" });
  const submit = async (login: string, password: string) => {
    setState({ kind: "checking" });
    try {
      const answer = await rest("signIn", { body: { login, password } });
      if (answer.kind === "signed_in") await signedIn(answer.user);
      else onAsked(answer);
    } catch (failure) {
      setState(afterFailure(failure, powers.nowMs()));
    }
  };
  return { state, submit };
}

const nothingMissing: Missing = { login: false, password: false };

const fieldOf = (form: HTMLFormElement, name: string): string => {
  const value = new FormData(form).get(name);
  return typeof value === "string" ? value : "";
};

export function SignInForm({
  onAsked,
}: {
  readonly onAsked: (asked: SecondStepAsked) => void;
}) {
  const { t } = useTexts();
  const { state, submit } = useSignIn(onAsked);
  const [missing, setMissing] = useState(nothingMissing);
  const seconds = lockedSeconds(state, useNow());

  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const login = fieldOf(event.currentTarget, "login").trim().toLowerCase();
    const password = fieldOf(event.currentTarget, "password");
    setMissing({ login: login === "", password: password === "" });
    if (login !== "" && password !== "") void submit(login, password);
  };

  return (
    <form className={styles["form"]} onSubmit={onSubmit} noValidate>
      <SignInRefusal state={state} seconds={seconds} />
      <TextInput
        name="login"
        size="md"
        label={t("signIn.login")}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        error={missing.login && t("signIn.loginMissing")}
      />
      <PasswordInput
        name="password"
        size="md"
        label={t("signIn.password")}
        autoComplete="current-password"
        error={missing.password && t("signIn.passwordMissing")}
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
