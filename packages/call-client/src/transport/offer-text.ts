import type { Signal } from "@veche/contracts";

type Candidate = Extract<Signal, { kind: "candidate" }>;

/* What gathering adds to a description that was made before (RFC 8829, 5.2.1 and 5.2.2). */
const gathered = /^(?:a=candidate|a=end-of-candidates|a=rtcp:|c=)/u;
const mediaPort = /^(?<kind>m=\w+) \d+/u;

const core = (sdp: string): string =>
  sdp
    .split(/\r?\n/u)
    .filter((line) => !gathered.test(line))
    .map((line) => line.replace(mediaPort, "$<kind>"))
    .join("\n");

/** Are the two the same offer, said earlier and later while candidates were gathered? */
export const isSameOffer = (one: string, other: string): boolean =>
  core(one) === core(other);

/** The candidates a description brings along, each with the line it belongs to. */
export const candidatesIn = (sdp: string): readonly Candidate[] => {
  const found: Candidate[] = [];
  const [, ...sections] = sdp.split(/^m=/mu);
  for (const [index, section] of sections.entries()) {
    const mid = /^a=mid:(\S+)/mu.exec(section)?.[1] ?? null;
    const ufrag = /^a=ice-ufrag:(\S+)/mu.exec(section)?.[1] ?? null;
    for (const [, candidate] of section.matchAll(/^a=(candidate:.*?)\r?$/gmu))
      found.push({
        kind: "candidate",
        candidate: candidate ?? "",
        sdpMid: mid,
        sdpMLineIndex: index,
        usernameFragment: ufrag,
      });
  }
  return found;
};
