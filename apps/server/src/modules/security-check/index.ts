import { securityCheckEndpoints } from "@veche/contracts";
import { plainAddress } from "../../platform/networks.ts";
import { route, type Route } from "../../platform/http/route.ts";
import { createSharedRead } from "../../platform/shared-read.ts";
import { judge } from "./domain/judge.ts";
import { gather } from "./gather.ts";
import type { SecurityCheckDeps } from "./security-check-deps.ts";

/** What administrators are told of how safe the installation is. */
export interface SecurityChecks {
  readonly routes: readonly Route[];
}

export function createSecurityChecks(deps: SecurityCheckDeps): SecurityChecks {
  // Passwords are tried and the trail is walked: once for all who ask at the same time.
  const gathered = createSharedRead(() => gather(deps));
  return {
    routes: [
      route(
        securityCheckEndpoints.checkSecurity,
        async ({ http: { request } }) => {
          const known = await gathered();
          const asked = {
            isEncrypted: request.protocol === "https",
            from: plainAddress(request.socket.remoteAddress ?? "127.0.0.1"),
          };
          const trusted = deps.config.trustedProxies;
          return {
            checkedAt: known.now.toISOString(),
            checks: judge({ ...known, proxies: { trusted, asked } }),
          };
        },
      ),
    ],
  };
}
