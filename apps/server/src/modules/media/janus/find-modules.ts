import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * The folder with the plugins that belong to this program: beside it for a build of one's own, under the machine's
 * architecture for a distribution's package.
 */
export function findJanusModules(program: string): string | undefined {
  const prefix = dirname(dirname(program));
  const libraries = join(prefix, "lib");
  const architectures = existsSync(libraries)
    ? readdirSync(libraries).filter((name) => name.endsWith("-linux-gnu"))
    : [];
  return [
    join(libraries, "janus"),
    ...architectures.map((name) => join(libraries, name, "janus")),
  ].find((folder) =>
    existsSync(join(folder, "plugins", "libjanus_videoroom.so")),
  );
}
