import type { LogOptions } from "../log.ts";
import type { MediaNodeConfig } from "./media-nodes-file.ts";

/** Everything an administrator can set, read once at the start. */
export interface Config {
  /** Production refuses demo data, default secrets and an address without https. */
  readonly mode: "development" | "production" | "test";
  readonly host: string;
  readonly port: number;
  /** The address people open, without a path or a closing slash. */
  readonly publicUrl: string;
  /** Addresses or networks whose `X-Forwarded-*` are believed. */
  readonly trustedProxies: readonly string[];
  /** Absolute. */
  readonly dataDir: string;
  readonly database: DatabaseChoice;
  readonly log: LogOptions;
  /** Seed a demo company where there is none. */
  readonly isDemo: boolean;
  /** Signs tokens; at least 32 characters. Never logged. */
  readonly secretKey: string;
  readonly turn: TurnConfig;
  readonly mediaServer: MediaServerConfig;
  /** Media servers beside that one. Never logged: their secrets are in it. */
  readonly mediaNodes: readonly MediaNodeConfig[];
  /** Whom a call has room for. */
  readonly callSeats: number;
  readonly disk: { readonly minFreeBytes: number | null };
  readonly files: FilesConfig;
  /** Who shows it may read `/metrics` from elsewhere; null: nobody. Never logged. */
  readonly metricsToken: string | null;
  readonly timings: Timings;
  readonly mail: MailConfig;
  /** Does the list of networks hold from which the staff may come? */
  readonly areStaffNetworksApplied: boolean;
  readonly linkPreviews: LinkPreviewsConfig;
  /** Inner hosts that may be asked in spite of the guard against inner addresses. */
  readonly innerHosts: {
    readonly webhooks: readonly string[];
    readonly pushes: readonly string[];
    readonly signIn: readonly string[];
  };
  /** Widens every limit of rate; 1 is right for people. */
  readonly rateFactor: number;
}

export type DatabaseChoice =
  | { readonly kind: "embedded" }
  | { readonly kind: "url"; readonly url: string };

/** Files as the administrator keeps them, and the port where TLS is spoken. */
export interface TurnTlsConfig {
  readonly certificate: string;
  readonly key: string;
  readonly port: number;
}

export type TurnConfig =
  /** No relay at all: calls work where the two sides reach each other. */
  | { readonly kind: "off" }
  /** coturn as our child, where it is installed. */
  | {
      readonly kind: "own";
      readonly port: number;
      readonly tls: TurnTlsConfig | null;
      /** The one address it listens and relays on; null: chosen from the machine's. */
      readonly listenIp: string | null;
      /** What the world sees of it behind NAT; null: the same. */
      readonly externalIp: string | null;
      /** Inner addresses it may relay to in spite of the deny list. */
      readonly allowedPeerIps: readonly string[];
    }
  /** A coturn of the company's own, sharing a secret with us. */
  | {
      readonly kind: "external";
      readonly urls: readonly string[];
      readonly secret: string;
    };

export type MediaServerConfig =
  /** Calls of two only. */
  | { readonly kind: "off" }
  /** Janus as our child, where it is installed. */
  | {
      readonly kind: "own";
      /** A build of one's own; null: the system's. */
      readonly program: string | null;
      /** Where that build's plugins and transports stand; null: looked for. */
      readonly modulesDir: string | null;
      /** The one address it sends and receives on; null: chosen from the machine's. */
      readonly listenIp: string | null;
      /** What the world sees of it behind NAT; null: the same. */
      readonly externalIp: string | null;
      readonly ports: { readonly first: number; readonly last: number };
      /** Threads that carry the packets; null: one a core. */
      readonly eventLoops: number | null;
    };

export interface FilesConfig {
  readonly maxFileBytes: number;
  /** Of one person of the staff. */
  readonly quotaBytes: number;
  /** Looks at every file before it can be sent. */
  readonly clamav:
    | { readonly kind: "off" }
    | { readonly kind: "socket"; readonly path: string }
    | { readonly kind: "tcp"; readonly host: string; readonly port: number };
}
export type MailConfig =
  | { readonly kind: "off" }
  | {
      readonly kind: "smtp";
      /** With name and password; never logged. */
      readonly url: string;
      /** As letters show it: `Veche <veche@example.com>`. */
      readonly from: string;
    };

export interface Timings {
  /** An offer not answered within this goes to the next operator. */
  readonly ringTimeoutMs: number;
  /** How long a lost seat in a call is kept. */
  readonly operatorSeatMs: number;
  readonly customerSeatMs: number;
  /** How long an operator whose last socket closed stays in their state. */
  readonly operatorGraceMs: number;
  /** How long a waiting customer may be away before the request ends. */
  readonly customerGraceMs: number;
  /** A session not used for this long ends. */
  readonly sessionLifetimeMs: number;
}

interface LinkPreviewsConfig {
  readonly isOn: boolean;
  /** Inner hosts whose pages may be read in spite of the guard against inner addresses. */
  readonly innerHosts: readonly string[];
}
