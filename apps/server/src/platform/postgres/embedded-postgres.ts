import type { DatabaseConnection } from "../db/connection.ts";
import type { Log } from "../log.ts";
import { ownerOf } from "../process/account.ts";
import { launch } from "../process/launch.ts";
import { makePrivateFolder } from "../process/private-folder.ts";
import { supervise } from "../process/supervise.ts";
import type { SupervisedState } from "../process/supervised-program.ts";
import { linkLibraries, locateBinaries } from "./binaries.ts";
import { chooseAccount } from "./choose-account.ts";
import { foldersOf, makeDataFolder, type PostgresFolders } from "./folders.ts";
import { databaseUser, initialiseCluster } from "./initialise.ts";
import { lockDataFolder } from "./data-lock.ts";
import { clearEarlierLife, waitForPostmaster } from "./postmaster-file.ts";
import { prepareDatabase } from "./prepare-database.ts";
import { postgresSettings } from "./settings.ts";

export interface EmbeddedPostgresDeps {
  /** Our data folder; the cluster is `postgres` in it. */
  readonly dataDir: string;
  readonly log: Log;
  /** Over the standing settings; tests trade durability for speed here. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** The PostgreSQL that this server brings along, as a child that is kept alive. */
export interface EmbeddedPostgres extends AsyncDisposable {
  readonly connection: DatabaseConnection;
  state(): SupervisedState;
  processId(): number | undefined;
}

const databaseName = "veche";

/** How the embedded database of a data folder is reached while it runs. */
export const embeddedConnection = (
  dataDir: string,
): Extract<DatabaseConnection, { kind: "socket" }> => ({
  kind: "socket",
  directory: foldersOf(dataDir).socket,
  user: databaseUser,
  database: databaseName,
});

/**
 * Brings the database up, making it first where there is none (0.7 s; 0.1 s later). Refuses a data folder that
 * another server uses, naming its process. Dispose stops the database and waits for it.
 */
export async function startEmbeddedPostgres(
  deps: EmbeddedPostgresDeps,
): Promise<EmbeddedPostgres> {
  makeDataFolder(deps.dataDir);
  const folders = foldersOf(deps.dataDir);
  await using cleanup = new AsyncDisposableStack();
  cleanup.use(await lockDataFolder(folders.dataDir));

  const child = await superviseIn(folders, deps);
  cleanup.defer(() => child.stop());
  await child.start();
  const connection = embeddedConnection(deps.dataDir);
  await prepareDatabase(connection);

  const held = cleanup.move();
  return {
    connection,
    state: () => child.state(),
    processId: () => child.processId(),
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  };
}

async function superviseIn(
  folders: PostgresFolders,
  deps: EmbeddedPostgresDeps,
) {
  const located = locateBinaries();
  linkLibraries(located);
  const { account, binaries } = chooseAccount(located, folders);
  makePrivateFolder(folders.socket, ownerOf(account));
  await clearEarlierLife(folders, deps.log);
  await initialiseCluster(binaries, folders, account);

  const settings = {
    ...postgresSettings,
    ...deps.settings,
    unix_socket_directories: folders.socket,
  };
  return supervise({
    name: "postgres",
    log: deps.log,
    prepare: () => clearEarlierLife(folders, deps.log),
    launch: () =>
      launch({
        program: binaries.postgres,
        args: [
          "-D",
          folders.cluster,
          ...Object.entries(settings).flatMap(([name, value]) => [
            "-c",
            `${name}=${value}`,
          ]),
        ],
        account,
        signalWhenWeDie: "SIGINT",
      }),
    waitUntilReady: (started, signal) =>
      waitForPostmaster(folders.cluster, started.pid ?? 0, signal),
    stop: { signal: "SIGINT", graceMs: 10_000, lastSignal: "SIGQUIT" },
    backOff: { firstMs: 50, maxMs: 2_000 },
    firstStartTries: 4,
    onLine: (line) => {
      deps.log.debug({ line }, "postgres says");
    },
  });
}
