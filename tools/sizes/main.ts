import { existsSync } from "node:fs";
import { firstLoadOf } from "./sizes.ts";

/** The staff app is opened once a day and cached; the limit keeps a library from slipping into its first load. */
const webLimitBytes = 250_000;
const page = ["apps/web/dist/index.html", "dist/web/index.html"].find((path) =>
  existsSync(path),
);

if (page === undefined) {
  console.error("the web app is not built: npm run build");
  process.exitCode = 1;
} else {
  const { files, gzipBytes } = firstLoadOf(page);
  console.log(
    `web first load: ${gzipBytes} of ${webLimitBytes} bytes gzip in ${files.length} files`,
  );
  process.exitCode = gzipBytes <= webLimitBytes && files.length > 0 ? 0 : 1;
}
