import type { Clock } from "../../platform/clock.ts";
import type { Config } from "../../platform/config/config.ts";
import type { Audit } from "../audit/index.ts";
import type { Identity } from "../identity/index.ts";
import type { Media } from "../media/index.ts";
import type { SignIn } from "../sign-in/index.ts";

export interface SecurityCheckDeps {
  readonly config: Config;
  readonly clock: Clock;
  readonly identity: Pick<Identity, "administrators" | "whoseFit">;
  readonly signIn: Pick<SignIn, "secondFactorsOf">;
  readonly audit: Pick<Audit, "catchUp" | "lastTimeOf" | "verify">;
  readonly media: Pick<Media, "relayTls" | "status">;
  /** The demo company's published logins and passwords. */
  readonly demoPasswords: Parameters<Identity["whoseFit"]>[0];
}
