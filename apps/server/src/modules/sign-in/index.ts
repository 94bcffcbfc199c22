import type { Role, SignInAnswer, User, UserId } from "@veche/contracts";
import { serverActor } from "../../platform/db/database.ts";
import type { Route } from "../../platform/http/route.ts";
import { doorRoutes } from "./http/door-routes.ts";
import { factorRoutes } from "./http/factor-routes.ts";
import { directoryRoutes } from "./http/directory-routes.ts";
import { providerRoutes } from "./http/provider-routes.ts";
import type { SignInPowers } from "./sign-in-powers.ts";
import { dropOldFlows } from "./store/flows.ts";
import { askSecondStep } from "./use-cases/ask-second-step.ts";
import { comeByDirectory } from "./use-cases/come-by-directory.ts";
import { mayComeAlone } from "./use-cases/local-ways.ts";
import { eraseFactors } from "./use-cases/remove-factors.ts";
import { secondFactorsOf } from "./use-cases/second-factors-of.ts";
import { tellFactors } from "./use-cases/tell-factors.ts";

export type { CompanyPeople } from "./company-people.port.ts";
export type { SignInPowers } from "./sign-in-powers.ts";
export type { SignInTables } from "./store/tables.ts";

/** The ways in beside login and password, and what is asked for after these. */
export interface SignIn extends AsyncDisposable {
  readonly routes: readonly Route[];
  /** Begins to forget attempts that nobody ended. */
  start(): void;
  /** What else is asked of somebody whose password was right; undefined: nothing. */
  secondStepOf(
    user: User,
  ): Promise<Exclude<SignInAnswer, { readonly kind: "signed_in" }> | undefined>;
  /** May somebody come in without the company's word? */
  mayComeAlone(user: User): Promise<boolean>;
  /** Whose account a password opens that a directory of the company takes; see the use-case for what it refuses. */
  comeByDirectory(
    shown: Parameters<typeof comeByDirectory>[1],
  ): Promise<User | undefined>;
  /** Which of these people have no second factor, and whether the rules ask their role for one. */
  secondFactorsOf(
    role: Role,
    users: readonly User[],
  ): ReturnType<typeof secondFactorsOf>;
  readonly eraseFactors: typeof eraseFactors;
  /** What somebody signs in with, for the person; no secrets. */
  tellFactors(userId: UserId): AsyncIterable<unknown>;
}

const FORGET_INTERVAL_MS = 3_600_000;

export function createSignIn(powers: SignInPowers): SignIn {
  const { database, timers, log } = powers;
  let forgetting: Disposable | undefined;
  let forgotten = Promise.resolve();
  const forget = (): void => {
    forgotten = database
      .transact(serverActor, ({ tx }) => dropOldFlows(tx))
      .catch((error: unknown) => {
        log.warn({ error }, "old attempts to sign in could not be forgotten");
      });
  };
  return {
    routes: [
      ...doorRoutes(powers),
      ...factorRoutes(powers),
      ...providerRoutes(powers),
      ...directoryRoutes(powers),
    ],
    start() {
      forgetting ??= timers.every(FORGET_INTERVAL_MS, forget);
    },
    secondStepOf: (user) => askSecondStep(powers, user),
    comeByDirectory: (shown) => comeByDirectory(powers, shown),
    mayComeAlone: (user) => mayComeAlone(powers, user),
    secondFactorsOf: (role, users) => secondFactorsOf(database.db, role, users),
    eraseFactors,
    tellFactors: (userId) => tellFactors(database.db, userId),
    async [Symbol.asyncDispose]() {
      forgetting?.[Symbol.dispose]();
      await forgotten;
    },
  };
}
