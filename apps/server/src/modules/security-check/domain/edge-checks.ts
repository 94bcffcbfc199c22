import type { DatabaseLine, InstallationFacts } from "./facts.ts";
import type { Found } from "./found.ts";
import { isLoopbackName, quoted } from "./words.ts";

/** Is it run as production, which refuses much of what is wrong here? */
export function checkMode({
  mode,
  publicUrl,
}: InstallationFacts): Found<"mode"> {
  if (mode === "production") return { finding: "mode.production" };
  return {
    finding: isLoopbackName(publicUrl.hostname) ? "mode.local" : "mode.exposed",
    line: "NODE_ENV=production",
  };
}

/** Do people reach it by https? */
export function checkAddress({
  publicUrl,
}: InstallationFacts): Found<"address"> {
  if (publicUrl.protocol === "https:") return { finding: "address.https" };
  return isLoopbackName(publicUrl.hostname)
    ? {
        finding: "address.local",
        line: "PUBLIC_URL=https://veche.example.com",
      }
    : {
        finding: "address.plain",
        line: `PUBLIC_URL=https://${publicUrl.hostname}`,
      };
}

/** Are the proxies in front of it believed, and only they? */
export function checkProxy({
  publicUrl,
  proxies: { trusted, asked },
}: InstallationFacts): Found<"proxy"> {
  const line = `TRUSTED_PROXIES=${asked.from}`;
  if (trusted.some((network) => network.endsWith("/0")))
    return { finding: "proxy.everybody", line };
  if (publicUrl.protocol !== "https:") return { finding: "proxy.none" };
  return asked.isEncrypted
    ? { finding: "proxy.known" }
    : { finding: "proxy.unknown", line };
}

/** Can the port without TLS be reached past the proxy? */
export const checkPort = ({ isPortOpen }: InstallationFacts): Found<"port"> =>
  isPortOpen
    ? { finding: "port.open", line: "HOST=127.0.0.1" }
    : { finding: "port.closed" };

/** Is the way to the database encrypted, and its end known? */
export function checkDatabase({
  database,
}: InstallationFacts): Found<"database"> {
  switch (database.kind) {
    case "inside":
      return { finding: "database.inside" };
    case "encrypted":
      return { finding: "database.encrypted" };
    case "unverified":
    case "plain":
      return {
        finding: `database.${database.kind}`,
        line: databaseLine(database),
      };
  }
}

const databaseLine = ({
  place,
}: Extract<DatabaseLine, { readonly place: string }>): string =>
  `DATABASE_URL=${quoted(`postgresql://USER:PASSWORD@${place}?sslmode=verify-full`)}`;

/** Which inner addresses may the server be made to ask? */
export const checkInnerNetwork = ({
  innerSettings: names,
}: InstallationFacts): Found<"inner_network"> =>
  names.length === 0
    ? { finding: "inner_network.closed" }
    : { finding: "inner_network.open", facts: { names: [...names] } };

/** Are guesses and floods held back as they should be? */
export const checkRateLimits = ({
  rateFactor,
}: InstallationFacts): Found<"rate_limits"> =>
  rateFactor > 1
    ? { finding: "rate_limits.widened", line: "RATE_LIMIT_FACTOR=1" }
    : { finding: "rate_limits.usual" };
