import type { MediaServerConfig } from "../src/platform/config/config.ts";

/** Debian's Janus, on whatever address the machine has. */
export const ownJanus: Extract<MediaServerConfig, { kind: "own" }> = {
  kind: "own",
  program: null,
  modulesDir: null,
  listenIp: null,
  externalIp: null,
  ports: { first: 20_000, last: 29_999 },
  eventLoops: 2,
};
