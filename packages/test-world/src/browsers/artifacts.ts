import { mkdirSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../../../../e2e/artifacts");

/** Where a picture of this name goes. */
export function picturePath(name: string): string {
  mkdirSync(folder, { recursive: true });
  return join(folder, `${name}.png`);
}
