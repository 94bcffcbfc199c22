import type { ClientConfig } from "pg";

/** Which PostgreSQL to speak to. */
export type DatabaseConnection =
  /** The embedded one, by the folder of its socket. */
  | {
      readonly kind: "socket";
      readonly directory: string;
      readonly user: string;
      readonly database: string;
    }
  /** Another one, by DATABASE_URL. */
  | { readonly kind: "url"; readonly url: string };

export function clientConfig(connection: DatabaseConnection): ClientConfig {
  switch (connection.kind) {
    case "socket":
      return {
        host: connection.directory,
        user: connection.user,
        database: connection.database,
      };
    case "url":
      return { connectionString: connection.url };
  }
}
