import { isIP } from "node:net";
import {
  listOf,
  matching,
  oneOf,
  satisfying,
  text,
  url,
  variable,
  wholeNumber,
  type Variable,
} from "./variable.ts";
import { isNetwork } from "../networks.ts";
import { mediaVariables } from "./media-variables.ts";

const network = satisfying(text("10.0.0.0/8"), {
  holds: isNetwork,
  otherwise:
    "must be addresses or networks between commas, such as 127.0.0.1,10.0.0.0/8",
});

/** Every variable the server reads. The README's table is checked against this list. */
export const variables = {
  mode: variable({
    name: "NODE_ENV",
    meaning:
      "`production` refuses demo data, default secrets and a PUBLIC_URL without https",
    defaultText: "development",
    parse: oneOf(["development", "production", "test"]),
  }),
  host: variable({
    name: "HOST",
    meaning:
      "Address to listen on; `0.0.0.0` for all. Demo logins are known to everybody, so development stays on this machine",
    defaultText: "127.0.0.1 (production: 0.0.0.0)",
    parse: satisfying(text("0.0.0.0"), {
      holds: (value) => isIP(value) !== 0 || /^[a-z0-9.-]+$/i.test(value),
      otherwise: "must be an address or host name such as 0.0.0.0",
    }),
  }),
  port: variable({
    name: "PORT",
    meaning: "Port of the web server",
    defaultText: "8080",
    // 0: any free port, for tests.
    parse: wholeNumber({ min: 0, max: 65_535 }),
  }),
  publicUrl: variable({
    name: "PUBLIC_URL",
    meaning:
      "The address people open; production needs https, because browsers give camera and microphone to nothing less",
    defaultText: "http://localhost:PORT",
    parse: satisfying(
      url({
        protocols: ["http:", "https:"],
        example: "https://veche.example.com",
      }),
      {
        holds: ({ pathname, search, hash }) =>
          pathname === "/" && search === "" && hash === "",
        otherwise:
          "must be an address without a path, such as https://veche.example.com",
      },
    ),
  }),
  trustedProxies: variable({
    name: "TRUSTED_PROXIES",
    meaning:
      "Addresses or networks of reverse proxies whose X-Forwarded-* headers are believed, between commas",
    defaultText: "",
    parse: listOf(network),
  }),
  dataDir: variable({
    name: "DATA_DIR",
    meaning: "Folder with everything that must be kept",
    defaultText: "./data",
    parse: text("/var/lib/veche"),
  }),
  databaseUrl: variable({
    name: "DATABASE_URL",
    meaning:
      "A PostgreSQL 15 or newer of your own, its database with the locale C.UTF-8; without it the server brings one along",
    defaultText: null,
    parse: url({
      protocols: ["postgres:", "postgresql:"],
      example: "postgresql://veche:password@db.example.com:5432/veche",
    }),
  }),
  logLevel: variable({
    name: "LOG_LEVEL",
    meaning: "How much is logged",
    defaultText: "info",
    parse: oneOf(["trace", "debug", "info", "warn", "error", "silent"]),
  }),
  demo: variable({
    name: "DEMO",
    meaning: "Seed a demo company into an empty database: `on` or `off`",
    defaultText: "on (production: off)",
    parse: oneOf(["on", "off"]),
  }),
  secretKey: variable({
    name: "SECRET_KEY",
    meaning:
      "Signs tokens; 32 characters or more. Without it a key is made and kept in DATA_DIR/secret.key, except in production",
    defaultText: null,
    parse: satisfying(text("the output of: openssl rand -base64 48"), {
      holds: (value) =>
        value.length >= 32 &&
        new Set(value).size >= 10 &&
        !/change.?me|secret.?key|example|password/i.test(value),
      otherwise:
        "must be 32 random characters or more; make one with: openssl rand -base64 48",
    }),
  }),
  ...mediaVariables,
  metricsToken: variable({
    name: "METRICS_TOKEN",
    meaning:
      "Lets a Prometheus on another machine read `/metrics`, as its bearer token; 24 characters or more. Without it only this machine may",
    defaultText: null,
    parse: satisfying(text("24 letters and digits or more"), {
      holds: (value) => /^[\w-]{24,}$/.test(value),
      otherwise: "must be 24 letters and digits or more",
    }),
  }),
  diskMinFreeMb: variable({
    name: "DISK_MIN_FREE_MB",
    meaning: "Writing stops below this much free space in DATA_DIR, megabytes",
    defaultText: "the larger of 1024 and 5 % of the disk",
    parse: wholeNumber({ min: 1, max: 100_000_000 }),
  }),
  fileMaxMb: variable({
    name: "FILE_MAX_MB",
    meaning: "The largest file the staff may send, megabytes",
    defaultText: "1024",
    parse: wholeNumber({ min: 1, max: 1_000_000 }),
  }),
  fileQuotaMb: variable({
    name: "FILE_QUOTA_MB",
    meaning: "Room for the files of one person of the staff, megabytes",
    defaultText: "20480",
    parse: wholeNumber({ min: 1, max: 100_000_000 }),
  }),
  clamav: variable({
    name: "CLAMAV",
    meaning:
      "A ClamAV daemon that looks at every file before it can be sent: its socket, or host:port",
    defaultText: null,
    parse: matching(
      /^(\/.+|[a-z0-9.-]+:\d{1,5})$/i,
      "/run/clamav/clamd.ctl or 127.0.0.1:3310",
    ),
  }),
  smtpUrl: variable({
    name: "SMTP_URL",
    meaning:
      "The mail server that letters go out by; without it no letters are sent. Needs MAIL_FROM",
    defaultText: null,
    parse: satisfying(
      url({
        protocols: ["smtp:", "smtps:"],
        example: "smtp://user:password@mail.example.com:587",
      }),
      {
        holds: ({ hostname, pathname }) =>
          hostname !== "" && (pathname === "" || pathname === "/"),
        otherwise:
          "must be an address such as smtp://user:password@mail.example.com:587",
      },
    ),
  }),
  mailFrom: variable({
    name: "MAIL_FROM",
    meaning: "Who the letters are from",
    defaultText: null,
    parse: matching(
      /^(?:[^<>@\r\n"]{1,80} )?<[^\s<>@]+@[^\s<>@]+>$|^[^\s<>@]+@[^\s<>@]+$/,
      "Veche <veche@example.com>",
    ),
  }),
  ringSeconds: seconds(
    "RING_SECONDS",
    "An operator is rung this long before the next one is",
    20,
  ),
  operatorSeatSeconds: seconds(
    "OPERATOR_SEAT_SECONDS",
    "An operator who fell out of a call may return this long",
    60,
  ),
  customerSeatSeconds: seconds(
    "CUSTOMER_SEAT_SECONDS",
    "A customer who fell out of a call may return this long",
    120,
  ),
  operatorGraceSeconds: seconds(
    "OPERATOR_GRACE_SECONDS",
    "An operator without a connection stays available this long",
    15,
  ),
  customerGraceSeconds: seconds(
    "CUSTOMER_GRACE_SECONDS",
    "A waiting customer without a connection keeps the place this long",
    120,
  ),
  sessionHours: variable({
    name: "SESSION_HOURS",
    meaning: "A sign-in ends after this many hours without use",
    defaultText: "12",
    parse: wholeNumber({ min: 1, max: 720 }),
  }),
  staffNetworks: variable({
    name: "STAFF_NETWORKS",
    meaning:
      "`off`: the list of networks from which the staff may come does not hold, for the day when it locks everybody out",
    defaultText: "on",
    parse: oneOf(["on", "off"]),
  }),
  linkPreviews: variable({
    name: "LINK_PREVIEWS",
    meaning:
      "`off`: the server reads no page that a message links to; nothing inside the network is ever read",
    defaultText: "on",
    parse: oneOf(["on", "off"]),
  }),
  linkPreviewInnerHosts: variable({
    name: "LINK_PREVIEW_INNER_HOSTS",
    meaning:
      "Names of the company's own web servers whose pages may be read all the same, between commas",
    defaultText: "",
    parse: listOf(matching(/^[a-z0-9.-]+$/i, "wiki.example.internal")),
  }),
  webhookInnerHosts: variable({
    name: "WEBHOOK_INNER_HOSTS",
    meaning:
      "Names of the company's own servers that webhooks of applications may be sent to, between commas",
    defaultText: "",
    parse: listOf(matching(/^[a-z0-9.-]+$/i, "erp.example.internal")),
  }),
  pushInnerHosts: variable({
    name: "PUSH_INNER_HOSTS",
    meaning:
      "Names of push services inside the company's network, between commas; those of the browsers need no naming",
    defaultText: "",
    parse: listOf(matching(/^[a-z0-9.-]+$/i, "push.example.internal")),
  }),
  signInInnerHosts: variable({
    name: "SIGN_IN_INNER_HOSTS",
    meaning:
      "Names of the company's own servers that say who people are (OpenID Connect, LDAP), between commas; those on the open internet need no naming",
    defaultText: "",
    parse: listOf(matching(/^[a-z0-9.-]+$/i, "sso.example.internal")),
  }),
  rateLimitFactor: variable({
    name: "RATE_LIMIT_FACTOR",
    meaning:
      "Widens the limits on sign-ins, requests, sockets and commands so many times; 1 is right for people, measurements need more",
    defaultText: "1",
    parse: wholeNumber({ min: 1, max: 100_000 }),
  }),
} as const;

function seconds(
  name: string,
  meaning: string,
  byDefault: number,
): Variable<number> {
  return variable({
    name,
    meaning: `${meaning}, seconds`,
    defaultText: String(byDefault),
    parse: wholeNumber({ min: 1, max: 3_600 }),
  });
}
