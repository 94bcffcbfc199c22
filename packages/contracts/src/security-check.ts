import { Type, type Static } from "typebox";
import { closed, Instant, nullable, oneOf } from "./shapes.ts";

/** What is looked at when the security of the installation is checked, in the order of the page. */
export const securityCheckIds = [
  "mode",
  "demo",
  "first_password",
  "address",
  "proxy",
  "port",
  "secret_files",
  "database",
  "relay",
  "relay_tls",
  "inner_network",
  "rate_limits",
  "second_factor",
  "audit_trail",
  "backup",
] as const;
export type SecurityCheckId = (typeof securityCheckIds)[number];

/** Everything that a check can find; a text in each language says what it means and what to do. */
export const securityFindings = [
  "mode.production",
  /** Not production, and opened on this machine alone. */
  "mode.local",
  "mode.exposed",
  "demo.none",
  "demo.on",
  /** Accounts that the demo's published passwords open. */
  "demo.passwords",
  "first_password.none",
  /** The file with the first administrator's password is still there. */
  "first_password.kept",
  "address.https",
  "address.local",
  "address.plain",
  "proxy.none",
  "proxy.known",
  /** The request came without TLS: from a proxy whose headers are not believed. */
  "proxy.unknown",
  /** Anybody's `X-Forwarded-*` are believed. */
  "proxy.everybody",
  "port.closed",
  /** Plain HTTP is listened for on every address of the machine. */
  "port.open",
  "secret_files.closed",
  /** Other accounts of the machine can read them. */
  "secret_files.open",
  "database.inside",
  "database.encrypted",
  /** TLS without looking at the certificate. */
  "database.unverified",
  "database.plain",
  "relay.up",
  "relay.down",
  "relay.off",
  /** A coturn of the company's own: the server does not ask it. */
  "relay.external",
  "relay.weak_secret",
  "relay_tls.good",
  "relay_tls.ending",
  "relay_tls.broken",
  "relay_tls.none",
  "inner_network.closed",
  "inner_network.open",
  "rate_limits.usual",
  "rate_limits.widened",
  "second_factor.required",
  "second_factor.all",
  "second_factor.missing",
  "audit_trail.intact",
  "audit_trail.touched",
  "backup.fresh",
  "backup.old",
  /** None made by `npm run backup` is known. */
  "backup.none",
] as const satisfies readonly `${SecurityCheckId}.${string}`[];
export type SecurityFinding = (typeof securityFindings)[number];

/** `unknown`: the server has no way to tell. */
export const securityStates = ["problem", "warning", "unknown", "ok"] as const;
export type SecurityState = (typeof securityStates)[number];

/** What a finding is about; never a secret. */
export const SecurityFacts = closed({
  /** Logins, files, or settings with their hosts. */
  names: Type.Optional(Type.Array(Type.String())),
  /** How many it concerns, of how many. */
  count: Type.Optional(Type.Integer({ minimum: 0 })),
  total: Type.Optional(Type.Integer({ minimum: 0 })),
  /** When a backup was made, or until when a certificate is good. */
  at: Type.Optional(Instant),
});
export type SecurityFacts = Static<typeof SecurityFacts>;

export const SecurityCheck = closed({
  id: oneOf(securityCheckIds),
  finding: oneOf(securityFindings),
  state: oneOf(securityStates),
  facts: SecurityFacts,
  /** The setting or the command that fixes it; null: nothing to fix, or it is not fixed by a line. */
  line: nullable(Type.String()),
});
export type SecurityCheck = Static<typeof SecurityCheck>;
