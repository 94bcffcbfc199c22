/** What a scanner says of a file. `unable`: it could not look, for now or at all. */
export type ScanVerdict =
  | { readonly kind: "clean" }
  | { readonly kind: "dangerous"; readonly name: string }
  | { readonly kind: "unable"; readonly reason: string };

/** Looks for what is known to be dangerous; answered by a daemon of the company's own. */
export interface Scanner {
  scan(path: string): Promise<ScanVerdict>;
}
