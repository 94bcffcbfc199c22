import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ConfigError } from "./config-error.ts";
import { readConfig, type Environment } from "./read-config.ts";
import { variables } from "./variables.ts";

const key = "zq8J1v0mYtR3kLp6WnXc4HsDfGbA7uEo9iQy2TxV";

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "veche-config-"));
});
afterEach(async () => {
  await rm(dataDir, { recursive: true });
});

function read(env: Environment) {
  return readConfig({ DATA_DIR: dataDir, ...env });
}

function problemsOf(env: Environment) {
  try {
    read(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe("with nothing set", () => {
  it("the server comes up on this machine with a demo company and a database of its own", () => {
    expect(read({ SECRET_KEY: key })).toEqual({
      mode: "development",
      host: "127.0.0.1",
      port: 8080,
      publicUrl: "http://localhost:8080",
      trustedProxies: [],
      dataDir,
      database: { kind: "embedded" },
      log: { level: "info", isPretty: true },
      isDemo: true,
      secretKey: key,
      mediaServer: {
        kind: "own",
        program: null,
        modulesDir: null,
        listenIp: null,
        externalIp: null,
        ports: { first: 20_000, last: 29_999 },
        eventLoops: null,
      },
      mediaNodes: [],
      callSeats: 200,
      turn: {
        kind: "own",
        port: 3478,
        tls: null,
        listenIp: null,
        externalIp: null,
        allowedPeerIps: [],
      },
      disk: { minFreeBytes: null },
      files: {
        maxFileBytes: 1_073_741_824,
        quotaBytes: 21_474_836_480,
        clamav: { kind: "off" },
      },
      metricsToken: null,
      timings: {
        ringTimeoutMs: 20_000,
        operatorSeatMs: 60_000,
        customerSeatMs: 120_000,
        operatorGraceMs: 15_000,
        customerGraceMs: 120_000,
        sessionLifetimeMs: 43_200_000,
      },
      mail: { kind: "off" },
      areStaffNetworksApplied: true,
      linkPreviews: { isOn: true, innerHosts: [] },
      innerHosts: { webhooks: [], pushes: [], signIn: [] },
      rateFactor: 1,
    });
  });

  it("a secret key is made once and kept for the server alone", async () => {
    const made = read({}).secretKey;
    expect(made.length).toBeGreaterThanOrEqual(32);
    expect(read({}).secretKey).toBe(made);
    expect((await stat(join(dataDir, "secret.key"))).mode & 0o777).toBe(0o600);
  });

  it("a key file cut off half-way is replaced", async () => {
    await writeFile(join(dataDir, "secret.key"), "short");
    const { secretKey } = read({});
    expect(await readFile(join(dataDir, "secret.key"), "utf8")).toBe(
      `${secretKey}\n`,
    );
  });
});

describe("production", () => {
  const production = {
    NODE_ENV: "production",
    PUBLIC_URL: "https://veche.example.com",
  };

  it("takes a real address and a real key, without demo data", () => {
    expect(read({ ...production, SECRET_KEY: key })).toMatchObject({
      mode: "production",
      host: "0.0.0.0",
      isDemo: false,
      log: { isPretty: false },
    });
  });

  it("refuses demo data, an address without https and a missing key", () => {
    expect(
      problemsOf({ NODE_ENV: "production", DEMO: "on", SECRET_KEY: key }),
    ).toMatchObject([{ variable: "DEMO" }, { variable: "PUBLIC_URL" }]);
    expect(problemsOf(production)).toMatchObject([{ variable: "SECRET_KEY" }]);
  });

  it.each(["changeme-changeme-changeme-changeme", "a".repeat(64), "short"])(
    "refuses the guessable key %s",
    (guessable) => {
      expect(
        problemsOf({ ...production, SECRET_KEY: guessable }),
      ).toMatchObject([{ variable: "SECRET_KEY" }]);
    },
  );
});

describe("a wrong value", () => {
  it.each([
    ["NODE_ENV", "prod", /one of development, production, test/],
    ["PORT", "eighty", /whole number from 0 to 65535/],
    ["PORT", "65536", /whole number from 0 to 65535/],
    ["HOST", "http://x", /such as 0\.0\.0\.0/],
    ["PUBLIC_URL", "veche.example.com", /such as https:/],
    ["PUBLIC_URL", "https://example.com/veche", /without a path/],
    ["TRUSTED_PROXIES", "10.0.0.0/64", /such as 127\.0\.0\.1,10\.0\.0\.0\/8/],
    ["DATABASE_URL", "mysql://x", /such as postgresql:/],
    ["LOG_LEVEL", "loud", /one of trace/],
    ["DEMO", "yes", /one of on, off/],
    ["TURN_ENABLED", "on", /one of auto, off/],
    ["JANUS_ENABLED", "on", /one of auto, off/],
    ["JANUS_PATH", "janus", /such as|must look like/],
    ["JANUS_PORTS", "30000-20000", /20000-29999/],
    ["JANUS_LISTEN_IP", "localhost", /such as 192\.0\.2\.10/],
    ["TURN_LISTEN_IP", "::1", /such as 192\.0\.2\.10/],
    ["TURN_ALLOWED_PEER_IPS", "10.0.0.5\ndenied", /one line/],
    ["TURN_EXTERNAL_URLS", "https://turn", /must look like turn:/],
    ["SMTP_URL", "mail.example.com:25", /such as smtp:/],
    ["RING_SECONDS", "0", /whole number from 1 to 3600/],
    ["DISK_MIN_FREE_MB", "-1", /whole number/],
  ])("%s=%s is refused with a right one", (name, value, message) => {
    const problems = problemsOf({ SECRET_KEY: key, [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ variable: name });
    expect(problems[0]?.message).toMatch(message);
  });

  it("does not keep the others from being told", () => {
    expect(
      problemsOf({ PORT: "x", DEMO: "x" }).map(({ variable }) => variable),
    ).toEqual(["PORT", "DEMO"]);
  });

  it("never shows a database password", () => {
    const problems = problemsOf({ DATABASE_URL: "mysql://u:hunter2@h/d" });
    expect(JSON.stringify(problems)).not.toContain("hunter2");
  });
});

describe("the relay", () => {
  it("of the company is used with its secret", () => {
    expect(
      read({
        SECRET_KEY: key,
        TURN_EXTERNAL_URLS: "turn:t.example.com:3478, turns:t.example.com:443",
        TURN_SECRET: "s",
      }).turn,
    ).toEqual({
      kind: "external",
      urls: ["turn:t.example.com:3478", "turns:t.example.com:443"],
      secret: "s",
    });
  });

  it("of the company is refused without its secret", () => {
    expect(
      problemsOf({
        SECRET_KEY: key,
        TURN_EXTERNAL_URLS: "turn:t.example.com:3478",
      }),
    ).toMatchObject([{ variable: "TURN_SECRET" }]);
  });

  it("a certificate of the relay needs its key, and a key its certificate", () => {
    const problems = (more: Readonly<Record<string, string>>) =>
      problemsOf({ SECRET_KEY: key, ...more });
    expect(problems({ TURN_TLS_CERTIFICATE: "/tls/chain.pem" })).toMatchObject([
      { variable: "TURN_TLS_KEY" },
    ]);
    expect(problems({ TURN_TLS_KEY: "/tls/key.pem" })).toMatchObject([
      { variable: "TURN_TLS_CERTIFICATE" },
    ]);
  });

  it("can be switched off", () => {
    expect(read({ SECRET_KEY: key, TURN_ENABLED: "off" }).turn).toEqual({
      kind: "off",
    });
  });
});

describe("letters", () => {
  const smtp = { SMTP_URL: "smtp://u:hunter2@mail.example.com:587" };
  const from = { MAIL_FROM: "Veche <veche@example.com>" };

  it("go out by the company's mail server", () => {
    expect(read({ SECRET_KEY: key, ...smtp, ...from }).mail).toEqual({
      kind: "smtp",
      url: "smtp://u:hunter2@mail.example.com:587",
      from: "Veche <veche@example.com>",
    });
  });

  it("need a server and somebody they are from", () => {
    const variablesOf = (env: Environment) =>
      problemsOf({ SECRET_KEY: key, ...env }).map(({ variable }) => variable);
    expect(variablesOf(smtp)).toEqual(["MAIL_FROM"]);
    expect(variablesOf(from)).toEqual(["SMTP_URL"]);
    expect(variablesOf({ ...smtp, MAIL_FROM: "Veche" })).toContain("MAIL_FROM");
    expect(
      variablesOf({ ...smtp, MAIL_FROM: "a@b.example\r\nBcc: c@d.example" }),
    ).toContain("MAIL_FROM");
  });

  it("never show the mail server's password", () => {
    const problems = problemsOf({
      SECRET_KEY: key,
      SMTP_URL: "http://u:hunter2@mail.example.com",
    });
    expect(JSON.stringify(problems)).not.toContain("hunter2");
  });
});

it("every default in the table is a value the program takes", () => {
  for (const variable of Object.values(variables)) {
    if (
      variable.defaultText === null ||
      !/^[\w./]*$/.test(variable.defaultText)
    )
      continue;
    expect(variable.parse(variable.defaultText)).toMatchObject({ ok: true });
  }
});
