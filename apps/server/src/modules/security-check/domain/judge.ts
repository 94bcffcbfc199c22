import {
  securityCheckIds,
  type SecurityCheck,
  type SecurityCheckId,
} from "@veche/contracts";
import {
  checkAddress,
  checkDatabase,
  checkInnerNetwork,
  checkMode,
  checkPort,
  checkProxy,
  checkRateLimits,
} from "./edge-checks.ts";
import type { InstallationFacts } from "./facts.ts";
import type { Found } from "./found.ts";
import {
  checkBackup,
  checkDemo,
  checkFirstPassword,
  checkSecondFactor,
  checkSecretFiles,
  checkTrail,
} from "./keeping-checks.ts";
import { checkRelay, checkRelayTls } from "./relay-checks.ts";
import { states } from "./states.ts";

const checks: {
  readonly [Id in SecurityCheckId]: (facts: InstallationFacts) => Found<Id>;
} = {
  mode: checkMode,
  demo: checkDemo,
  first_password: checkFirstPassword,
  address: checkAddress,
  proxy: checkProxy,
  port: checkPort,
  secret_files: checkSecretFiles,
  database: checkDatabase,
  relay: checkRelay,
  relay_tls: checkRelayTls,
  inner_network: checkInnerNetwork,
  rate_limits: checkRateLimits,
  second_factor: checkSecondFactor,
  audit_trail: checkTrail,
  backup: checkBackup,
};

/** Every check that applies, in the order of the page. */
export const judge = (known: InstallationFacts): SecurityCheck[] =>
  securityCheckIds.flatMap((id) => {
    const found: Found<SecurityCheckId> = checks[id](known);
    if (found === undefined) return [];
    const { finding, facts = {}, line = null } = found;
    return [{ id, finding, state: states[finding], facts, line }];
  });
