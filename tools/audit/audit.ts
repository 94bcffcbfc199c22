export type AuditVerdict =
  | { readonly kind: "clean"; readonly low: number }
  | { readonly kind: "vulnerable"; readonly names: readonly string[] }
  /** The registry has no advisory service or cannot be reached: nothing is known. */
  | { readonly kind: "unanswered"; readonly reason: string };

interface AuditReport {
  readonly message?: string;
  readonly error?: { readonly summary?: string; readonly code?: string };
  readonly vulnerabilities?: Readonly<
    Record<string, { readonly severity: string }>
  >;
}

/** Reads what `npm audit --json` printed. High and critical advisories fail; lower ones are counted. */
export function verdictOf(printed: string): AuditVerdict {
  let report: AuditReport;
  try {
    // npm's own documented shape; every field is looked at as possibly missing.
    report = JSON.parse(printed) as AuditReport;
  } catch {
    return { kind: "unanswered", reason: "npm audit printed no report" };
  }
  if (report.vulnerabilities === undefined)
    return {
      kind: "unanswered",
      reason:
        report.message ??
        report.error?.summary ??
        report.error?.code ??
        "no report",
    };
  const found = Object.entries(report.vulnerabilities);
  const names = found
    .filter(
      ([, { severity }]) => severity === "high" || severity === "critical",
    )
    .map(([name]) => name);
  return names.length > 0
    ? { kind: "vulnerable", names }
    : { kind: "clean", low: found.length };
}
