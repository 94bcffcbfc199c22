/** What is known of the installation; gathered elsewhere, judged in this folder. No secrets are in it. */
export interface InstallationFacts {
  readonly mode: "development" | "production" | "test";
  readonly isDemo: boolean;
  /** Of those whom the demo's published passwords let in. */
  readonly demoLogins: readonly string[];
  /** The file with the first administrator's password, while it is there. */
  readonly firstPasswordFile: string | null;
  readonly publicUrl: URL;
  readonly proxies: {
    readonly trusted: readonly string[];
    /** How the request that asked for this check came, as far as believed proxies tell. */
    readonly asked: {
      readonly isEncrypted: boolean;
      /** From where the connection came. */
      readonly from: string;
    };
  };
  /** Reachable on every address of the machine, or on one of the open internet. */
  readonly isPortOpen: boolean;
  /** Files with secrets that other accounts of the machine can read. */
  readonly openFiles: readonly string[];
  readonly database: DatabaseLine;
  readonly relay: RelayState;
  readonly relayTls: RelayTls | null;
  /** Settings that let the server ask inner addresses, as `NAME=hosts`. */
  readonly innerSettings: readonly string[];
  readonly rateFactor: number;
  readonly administrators: {
    readonly total: number;
    readonly withoutFactor: readonly string[];
    /** The rules ask administrators for a second factor. */
    readonly isRequired: boolean;
  };
  readonly trail:
    | { readonly isIntact: true; readonly entryCount: number }
    | { readonly isIntact: false; readonly firstBadPosition: number };
  readonly lastBackupAt: Date | null;
  readonly now: Date;
}

/** How the server speaks to its database: on the same machine, or how well encrypted. */
export type DatabaseLine =
  | { readonly kind: "inside" }
  | {
      readonly kind: "encrypted" | "unverified" | "plain";
      /** With its port and name, without user and password. */
      readonly place: string;
    };

type RelayState =
  | { readonly kind: "own"; readonly status: "up" | "down" | "off" }
  | { readonly kind: "off" }
  | { readonly kind: "external"; readonly secretLength: number };

/** Of the relay that runs inside. */
type RelayTls =
  | { readonly kind: "none" | "broken" }
  | { readonly kind: "good"; readonly validTo: Date };
