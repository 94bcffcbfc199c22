import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { tableOf, type Figure } from "./figures.ts";
import { measureConnections } from "./connections.ts";
import { measureFirstFrame } from "./first-frame.ts";
import { measureMessages } from "./messages.ts";
import { measureOneToOne } from "./one-to-one.ts";
import { measureRecording } from "./recording.ts";
import { measureReports } from "./reports.ts";
import { measureRing } from "./ring.ts";
import { measureRoom } from "./room.ts";
import { measureSearch } from "./search.ts";
import { measureStart } from "./start.ts";
import { measureWebhooks } from "./webhooks.ts";
import { measureWebMessenger } from "./web-messenger.ts";

const benches: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  messages: measureMessages,
  "one-to-one": measureOneToOne,
  room: measureRoom,
  connections: measureConnections,
  "first-frame": measureFirstFrame,
  ring: measureRing,
  recording: measureRecording,
  "web-messenger": measureWebMessenger,
  search: measureSearch,
  reports: measureReports,
  start: measureStart,
  webhooks: measureWebhooks,
};

const asked = process.argv.slice(2);
const names = asked.length > 0 ? asked : Object.keys(benches);
const figures: Figure[] = [];
for (const name of names) {
  const measure = benches[name];
  if (measure === undefined)
    throw new Error(
      `no benchmark "${name}"; there are: ${Object.keys(benches).join(", ")}`,
    );
  process.stdout.write(`measuring ${name} …\n`);
  figures.push(...(await measure()));
}
const results = join(import.meta.dirname, "results");
mkdirSync(results, { recursive: true });
writeFileSync(join(results, "latest.json"), JSON.stringify(figures, null, 2));
const machine = `${cpus().length} cores, ${Math.round(totalmem() / 1024 ** 3)} GiB, Node ${process.versions.node}`;
process.stdout.write(`\n${machine}\n\n${tableOf(figures)}\n`);
process.exit(0);
