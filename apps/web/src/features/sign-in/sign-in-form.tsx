import { Button, PasswordInput, TextInput } from "@mantine/core";
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

function useSignIn() {
  const { rest, powers, signedIn } = useServices();
  const [state, setState] = useState<SignInState>({ kind: "ready" });
  const submit = async (login: string, password: string) => {
    setState({ kind: "checking" });
    try {
      await signedIn(await rest("signIn", { body: { login, password } }));
    } catch (failure) {
      setState(afterFailure(failure, powers.nowMs()));
    }
  };
  return { state, submit };
}

const fieldOf = (form: HTMLFormElement, name: string): string => {
  const value = new FormData(form).get(name);
  return typeof value === "string" ? value : "";
};

export function SignInForm() {
  const { t } = useTexts();
  const { state, submit } = useSignIn();
  const [missing, setMissing] = useState<Missing>({
    login: false,
    password: false,
  });
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
