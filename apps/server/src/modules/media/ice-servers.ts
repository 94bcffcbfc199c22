import type {
  IceConfiguration,
  IceServer,
  PrincipalId,
} from "@veche/contracts";
import { issueTurnCredential } from "./turn-credential.ts";

export interface Relay {
  /** `stun:`, `turn:` and `turns:` addresses. */
  readonly urls: readonly string[];
  readonly secret: string;
}

export interface IceRequest {
  readonly relay: Relay | undefined;
  readonly principalId: PrincipalId;
  readonly now: Date;
}

/** OWASP ASVS 17.1: a password for a relay lives ten minutes at most; clients renew it in the call. */
const credentialLifetimeMs = 600_000;

/** A browser's list of servers, with a fresh password where one is needed. */
export function describeIceServers({
  relay,
  principalId,
  now,
}: IceRequest): IceConfiguration {
  const expiresAt = new Date(now.getTime() + credentialLifetimeMs);
  return {
    iceServers:
      relay === undefined ? [] : listServers(relay, { principalId, expiresAt }),
    expiresAt: expiresAt.toISOString(),
  };
}

function listServers(
  { urls, secret }: Relay,
  bearer: { readonly principalId: PrincipalId; readonly expiresAt: Date },
): IceServer[] {
  const isStun = (url: string): boolean => url.startsWith("stun");
  const stun = urls.filter(isStun);
  const turn = urls.filter((url) => !isStun(url));
  const { principalId, expiresAt } = bearer;
  return [
    ...(stun.length > 0 ? [{ urls: stun }] : []),
    ...(turn.length > 0
      ? [
          {
            urls: turn,
            ...issueTurnCredential({ secret, bearer: principalId, expiresAt }),
          },
        ]
      : []),
  ];
}
