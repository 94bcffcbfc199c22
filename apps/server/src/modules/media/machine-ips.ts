import { networkInterfaces } from "node:os";

/** IPv4 addresses of the machine, loopback left out. */
export function machineIps(): readonly string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === "IPv4" && !internal)
    .map(({ address }) => address);
}
