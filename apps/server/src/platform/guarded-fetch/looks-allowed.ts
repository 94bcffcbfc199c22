import { isIP } from "node:net";
import { isPublicAddress } from "./address-policy.ts";

/** Whether it may be asked by its looks: https on the open internet, or a host that an administrator named. */
export function looksAllowed(
  url: URL,
  allowedHosts: ReadonlySet<string>,
): boolean {
  if (url.username !== "" || url.password !== "") return false;
  if (allowedHosts.has(url.hostname))
    return url.protocol === "https:" || url.protocol === "http:";
  return url.protocol === "https:" && isPublicHost(url.hostname);
}

/** A host as an address names it; an address itself only where it is a public one. */
function isPublicHost(hostname: string): boolean {
  const host = hostname.replaceAll(/^\[|\]$/gu, "");
  if (isIP(host) !== 0) return isPublicAddress(host);
  return (
    host.includes(".") && !/\.(?:local|localhost|internal)\.?$/iu.test(host)
  );
}
