import { useState } from "react";
import {
  askPasskey,
  isTurnedDown,
} from "../../platform/second-factor/passkeys.ts";
import { useServices } from "../../platform/services.tsx";
import { afterFailure, type SignInState } from "./sign-in-model.ts";

/** Signing in with a passkey: as the second step of a ticket, or instead of login and password. */
export function usePasskey(secondStepTicket: string | null) {
  const { rest, powers, signedIn } = useServices();
  const [state, setState] = useState<SignInState>({ kind: "ready" });
  const enter = async () => {
    setState({ kind: "checking" });
    try {
      const asked = await rest("askForPasskey", {
        body: { ticket: secondStepTicket },
      });
      const answer = await askPasskey(asked.options);
      const { ticket } = asked;
      await signedIn(
        await rest("signInWithPasskey", { body: { ticket, answer } }),
      );
    } catch (failure) {
      setState(
        isTurnedDown(failure)
          ? { kind: "ready" }
          : afterFailure(failure, powers.nowMs()),
      );
    }
  };
  return { state, enter };
}
