import { checkBoundaries, complaintsOf } from "./boundaries.ts";

const boundaries = await checkBoundaries(process.cwd());
const complaints = complaintsOf(boundaries);
for (const complaint of complaints) console.error(complaint);
console.log(
  `${boundaries.seenCount} files read, ${complaints.length} complaints`,
);
process.exitCode = complaints.length === 0 ? 0 : 1;
