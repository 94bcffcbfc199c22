import { join, resolve } from "node:path";
import type {
  Config,
  DatabaseChoice,
  FilesConfig,
  MailConfig,
  Timings,
  MediaServerConfig,
  TurnConfig,
  TurnTlsConfig,
} from "./config.ts";
import { ConfigError, type ConfigProblem } from "./config-error.ts";
import { readSecretKey } from "./secret-key.ts";
import type { Variable } from "./variable.ts";
import { variables } from "./variables.ts";

/** The process's environment as it came. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The one place that looks at the process's environment. */
export function readEnv(): Environment {
  return process.env;
}

/**
 * Makes the configuration, or throws `ConfigError` with every problem at once. Reads (and outside production
 * makes) the key file in the data folder.
 */
export function readConfig(env: Environment): Config {
  const reader = createReader(env);
  const { read } = reader;
  const mode = read(variables.mode) ?? "development";
  const isProduction = mode === "production";
  const port = read(variables.port) ?? 8080;
  const publicUrl = read(variables.publicUrl);
  const isDemo =
    (read(variables.demo) ?? (isProduction ? "off" : "on")) === "on";
  const given = read(variables.secretKey);
  const config: Omit<Config, "secretKey"> = {
    mode,
    host: read(variables.host) ?? (isProduction ? "0.0.0.0" : "127.0.0.1"),
    port,
    publicUrl: publicUrl?.origin ?? `http://localhost:${port}`,
    trustedProxies: read(variables.trustedProxies) ?? [],
    dataDir: resolve(read(variables.dataDir) ?? "data"),
    database: readDatabase(reader),
    log: { level: read(variables.logLevel) ?? "info", isPretty: !isProduction },
    isDemo,
    turn: readTurn(reader),
    mediaServer: readMediaServer(reader),
    mediaNodes: reader.read(variables.mediaNodesFile) ?? [],
    callSeats: reader.read(variables.callSeats) ?? 200,
    disk: { minFreeBytes: megabytes(read(variables.diskMinFreeMb)) },
    files: readFiles(reader),
    timings: readTimings(reader),
    mail: readMail(reader),
    areStaffNetworksApplied: read(variables.staffNetworks) !== "off",
    linkPreviews: readLinkPreviews(reader),
    innerHosts: readInnerHosts(reader),
    metricsToken: read(variables.metricsToken) ?? null,
    rateFactor: read(variables.rateLimitFactor) ?? 1,
  };
  if (isProduction) refuseInProduction(config, reader);
  const secretKey =
    reader.problems.length > 0
      ? undefined
      : readSecretKey({
          given,
          mode,
          file: join(config.dataDir, "secret.key"),
        });
  if (secretKey?.ok === false)
    reader.refuse(variables.secretKey, secretKey.message);
  if (secretKey?.ok !== true) throw new ConfigError(reader.problems);
  return { ...config, secretKey: secretKey.value };
}

const readLinkPreviews = ({ read }: Reader): Config["linkPreviews"] => ({
  isOn: read(variables.linkPreviews) !== "off",
  innerHosts: read(variables.linkPreviewInnerHosts) ?? [],
});

const readInnerHosts = ({ read }: Reader): Config["innerHosts"] => ({
  webhooks: read(variables.webhookInnerHosts) ?? [],
  pushes: read(variables.pushInnerHosts) ?? [],
  signIn: read(variables.signInInnerHosts) ?? [],
});

interface Reader {
  readonly problems: readonly ConfigProblem[];
  /** Undefined when it is not set, or wrong and noted. */
  readonly read: <Value>(variable: Variable<Value>) => Value | undefined;
  readonly refuse: (
    variable: { readonly name: string },
    message: string,
  ) => void;
}

function createReader(env: Environment): Reader {
  const problems: ConfigProblem[] = [];
  const refuse: Reader["refuse"] = ({ name }, message) => {
    problems.push({ variable: name, message });
  };
  return {
    problems,
    refuse,
    read(variable) {
      const given = env[variable.name]?.trim() ?? "";
      if (given === "") return undefined;
      const parsed = variable.parse(given);
      if (parsed.ok) return parsed.value;
      refuse(variable, parsed.message);
      return undefined;
    },
  };
}

function refuseInProduction(
  config: Pick<Config, "isDemo" | "publicUrl">,
  { refuse }: Reader,
): void {
  if (config.isDemo) {
    refuse(
      variables.demo,
      "must be off in production: its logins are known to everybody. Set DEMO=off",
    );
  }
  const { protocol, hostname } = new URL(config.publicUrl);
  if (protocol !== "https:") {
    refuse(
      variables.publicUrl,
      `must be https in production, for example https://${hostname === "localhost" ? "veche.example.com" : hostname}`,
    );
  }
}

function readDatabase({ read }: Reader): DatabaseChoice {
  const url = read(variables.databaseUrl);
  return url === undefined
    ? { kind: "embedded" }
    : { kind: "url", url: url.href };
}

function readTurnTls({ read, refuse }: Reader): TurnTlsConfig | null {
  const certificate = read(variables.turnTlsCertificate);
  const key = read(variables.turnTlsKey);
  if (certificate === undefined && key === undefined) return null;
  if (certificate === undefined)
    refuse(
      variables.turnTlsCertificate,
      "is needed beside TURN_TLS_KEY: the file with the relay's certificate",
    );
  if (key === undefined)
    refuse(
      variables.turnTlsKey,
      "is needed beside TURN_TLS_CERTIFICATE: the file with its key",
    );
  return {
    certificate: resolve(certificate ?? ""),
    key: resolve(key ?? ""),
    port: read(variables.turnTlsPort) ?? 5349,
  };
}

function readTurn(reader: Reader): TurnConfig {
  const { read, refuse } = reader;
  const urls = read(variables.turnExternalUrls);
  const secret = read(variables.turnSecret);
  const isOff = read(variables.turnEnabled) === "off";
  const own: TurnConfig = {
    kind: "own",
    port: read(variables.turnPort) ?? 3478,
    tls: readTurnTls(reader),
    listenIp: read(variables.turnListenIp) ?? null,
    externalIp: read(variables.turnExternalIp) ?? null,
    allowedPeerIps: read(variables.turnAllowedPeerIps) ?? [],
  };
  if (urls !== undefined && urls.length > 0) {
    if (secret === undefined) {
      refuse(
        variables.turnSecret,
        "is needed beside TURN_EXTERNAL_URLS: the static-auth-secret of that coturn",
      );
    }
    return { kind: "external", urls, secret: secret ?? "" };
  }
  return isOff ? { kind: "off" } : own;
}

function readMediaServer({ read }: Reader): MediaServerConfig {
  if (read(variables.janusEnabled) === "off") return { kind: "off" };
  return {
    kind: "own",
    program: read(variables.janusPath) ?? null,
    modulesDir: read(variables.janusModulesDir) ?? null,
    listenIp: read(variables.janusListenIp) ?? null,
    externalIp: read(variables.janusExternalIp) ?? null,
    ports: read(variables.janusPorts) ?? { first: 20_000, last: 29_999 },
    eventLoops: read(variables.janusEventLoops) ?? null,
  };
}

function readFiles({ read }: Reader): FilesConfig {
  const bytes = (variable: Variable<number>): number =>
    (read(variable) ?? Number(variable.defaultText)) * 1024 * 1024;
  return {
    maxFileBytes: bytes(variables.fileMaxMb),
    quotaBytes: bytes(variables.fileQuotaMb),
    clamav: clamavAt(read(variables.clamav)),
  };
}

function clamavAt(address: string | undefined): FilesConfig["clamav"] {
  if (address === undefined) return { kind: "off" };
  if (address.startsWith("/")) return { kind: "socket", path: address };
  const [host = "", port = ""] = address.split(":");
  return { kind: "tcp", host, port: Number(port) };
}

function readMail({ read, refuse }: Reader): MailConfig {
  const url = read(variables.smtpUrl);
  const from = read(variables.mailFrom);
  if (url === undefined) {
    if (from !== undefined)
      refuse(
        variables.smtpUrl,
        "is needed beside MAIL_FROM: the mail server that takes the letters, such as smtp://user:password@mail.example.com:587",
      );
    return { kind: "off" };
  }
  if (from === undefined)
    refuse(
      variables.mailFrom,
      "is needed beside SMTP_URL: who writes the letters, such as Veche <veche@example.com>",
    );
  return { kind: "smtp", url: url.href, from: from ?? "" };
}

function readTimings({ read }: Reader): Timings {
  const ms = (variable: Variable<number>): number =>
    (read(variable) ?? Number(variable.defaultText)) * 1000;
  return {
    ringTimeoutMs: ms(variables.ringSeconds),
    operatorSeatMs: ms(variables.operatorSeatSeconds),
    customerSeatMs: ms(variables.customerSeatSeconds),
    operatorGraceMs: ms(variables.operatorGraceSeconds),
    customerGraceMs: ms(variables.customerGraceSeconds),
    sessionLifetimeMs: ms(variables.sessionHours) * 3600,
  };
}

function megabytes(count: number | undefined): number | null {
  return count === undefined ? null : count * 1024 * 1024;
}
