import type { InstallationFacts } from "./facts.ts";
import type { Found } from "./found.ts";

const WEAK_SECRET_LENGTH = 16;
const DAY_MS = 86_400_000;
/** Certificates are renewed a month before their end, as a rule: by then it was tried several times. */
const ENDING_MS = 14 * DAY_MS;

const doctor = "npm run doctor";

/** Is there a relay for those who do not reach each other, and is its secret one? */
export function checkRelay({ relay }: InstallationFacts): Found<"relay"> {
  switch (relay.kind) {
    case "off":
      return { finding: "relay.off", line: "TURN_ENABLED=auto" };
    case "external":
      return relay.secretLength < WEAK_SECRET_LENGTH
        ? { finding: "relay.weak_secret", line: "openssl rand -base64 32" }
        : { finding: "relay.external" };
    case "own":
      return relay.status === "up"
        ? { finding: "relay.up" }
        : { finding: `relay.${relay.status}`, line: doctor };
  }
}

/** Does the relay speak TLS, and for how long yet? */
export function checkRelayTls({
  relayTls,
  now,
}: InstallationFacts): Found<"relay_tls"> {
  switch (relayTls?.kind) {
    case undefined:
      return undefined;
    case "none":
      return {
        finding: "relay_tls.none",
        line: "TURN_TLS_CERTIFICATE=/etc/letsencrypt/live/turn.example.com/fullchain.pem TURN_TLS_KEY=/etc/letsencrypt/live/turn.example.com/privkey.pem",
      };
    case "broken":
      return { finding: "relay_tls.broken", line: doctor };
    case "good": {
      const facts = { at: relayTls.validTo.toISOString() };
      const left = relayTls.validTo.getTime() - now.getTime();
      return left < ENDING_MS
        ? { finding: "relay_tls.ending", facts, line: "certbot renew" }
        : { finding: "relay_tls.good", facts };
    }
  }
}
