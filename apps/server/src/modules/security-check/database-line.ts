import type { DatabaseChoice } from "../../platform/config/config.ts";
import type { DatabaseLine } from "./domain/facts.ts";
import { isLoopbackName } from "./domain/words.ts";

/** The values of `sslmode` with which the driver looks at the certificate. */
const verifying = ["prefer", "require", "verify-ca", "verify-full"];

/** How the server speaks to its database, by what the driver makes of its address. */
export function databaseLine(database: DatabaseChoice): DatabaseLine {
  if (database.kind === "embedded") return { kind: "inside" };
  const url = new URL(database.url);
  const host = url.searchParams.get("host") ?? decodeURIComponent(url.hostname);
  if (host === "" || host.startsWith("/") || isLoopbackName(host))
    return { kind: "inside" };
  return {
    kind: protectionOf(url.searchParams),
    place: `${host}${url.port === "" ? "" : `:${url.port}`}${url.pathname}`,
  };
}

function protectionOf(
  options: URLSearchParams,
): Exclude<DatabaseLine["kind"], "inside"> {
  const mode = options.get("sslmode");
  if (mode === "no-verify") return "unverified";
  if (mode !== null && verifying.includes(mode))
    return options.get("uselibpqcompat") === "true" &&
      !mode.startsWith("verify-")
      ? "unverified"
      : "encrypted";
  return ["1", "true"].includes(options.get("ssl") ?? "")
    ? "encrypted"
    : "plain";
}
