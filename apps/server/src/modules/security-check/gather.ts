import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Config } from "../../platform/config/config.ts";
import { isPublicAddress } from "../../platform/guarded-fetch/address-policy.ts";
import { databaseLine } from "./database-line.ts";
import type { InstallationFacts } from "./domain/facts.ts";
import type { SecurityCheckDeps } from "./security-check-deps.ts";

/** Everything about the installation but how one of its requests came. */
export type Gathered = Omit<InstallationFacts, "proxies">;

/** Looks at the settings, the files, the people and the trail as they are now. */
export async function gather(deps: SecurityCheckDeps): Promise<Gathered> {
  const { config, clock, media, audit } = deps;
  await audit.catchUp();
  const [trail, lastBackupAt, administrators, demoLogins, files] =
    await Promise.all([
      audit.verify(),
      audit.lastTimeOf("backup.taken"),
      administratorsOf(deps),
      deps.identity.whoseFit(deps.demoPasswords),
      filesOf(config),
    ]);
  return {
    mode: config.mode,
    isDemo: config.isDemo,
    demoLogins,
    ...files,
    publicUrl: new URL(config.publicUrl),
    isPortOpen: isOpen(config.host),
    database: databaseLine(config.database),
    relay: relayOf(config.turn, media),
    relayTls: config.turn.kind === "own" ? media.relayTls() : null,
    innerSettings: innerSettingsOf(config),
    rateFactor: config.rateFactor,
    administrators,
    trail,
    lastBackupAt: lastBackupAt ?? null,
    now: clock.now(),
  };
}

async function administratorsOf({
  identity,
  signIn,
}: SecurityCheckDeps): Promise<InstallationFacts["administrators"]> {
  const all = await identity.administrators();
  const { isRequired, without } = await signIn.secondFactorsOf("admin", all);
  return {
    total: all.length,
    withoutFactor: without.map(({ login }) => login),
    isRequired,
  };
}

const isOpen = (host: string): boolean =>
  host === "0.0.0.0" || host === "::" || isPublicAddress(host);

function relayOf(
  turn: Config["turn"],
  media: SecurityCheckDeps["media"],
): InstallationFacts["relay"] {
  switch (turn.kind) {
    case "off":
      return { kind: "off" };
    case "external":
      return { kind: "external", secretLength: turn.secret.length };
    case "own":
      return { kind: "own", status: media.status() };
  }
}

function innerSettingsOf({
  innerHosts,
  linkPreviews,
  turn,
}: Config): readonly string[] {
  const settings = {
    LINK_PREVIEW_INNER_HOSTS: linkPreviews.innerHosts,
    WEBHOOK_INNER_HOSTS: innerHosts.webhooks,
    PUSH_INNER_HOSTS: innerHosts.pushes,
    SIGN_IN_INNER_HOSTS: innerHosts.signIn,
    TURN_ALLOWED_PEER_IPS: turn.kind === "own" ? turn.allowedPeerIps : [],
  };
  return Object.entries(settings)
    .filter(([, hosts]) => hosts.length > 0)
    .map(([name, hosts]) => `${name}=${hosts.join(",")}`);
}

async function filesOf({
  dataDir,
  turn,
}: Config): Promise<
  Pick<InstallationFacts, "firstPasswordFile" | "openFiles">
> {
  const firstPassword = join(dataDir, "first-admin-password");
  const secret = [
    join(dataDir, "secret.key"),
    firstPassword,
    ...(turn.kind === "own" && turn.tls !== null ? [turn.tls.key] : []),
  ];
  const modes = await Promise.all(secret.map(modeOf));
  const othersMayRead = (at: number): boolean =>
    ((modes[at] ?? 0) & 0o004) !== 0;
  return {
    firstPasswordFile: modes[1] === undefined ? null : firstPassword,
    openFiles: secret.filter((_file, at) => othersMayRead(at)),
  };
}

/** Undefined where there is none, or it can't be looked at. */
const modeOf = (file: string): Promise<number | undefined> =>
  stat(file).then(
    ({ mode }) => mode,
    () => undefined,
  );
