import type { PrincipalId } from "@veche/contracts";

/** What each open line reported of being touched. A line that reports nothing has no say. */
export interface Activity {
  readonly report: (report: ActivityReport) => void;
  readonly closed: (line: Line) => void;
  /** Every line that has a say is untouched. */
  readonly isIdle: (principalId: PrincipalId) => boolean;
}

interface Line {
  readonly principalId: PrincipalId;
  readonly connectionId: string;
}

export interface ActivityReport extends Line {
  readonly isActive: boolean;
}

export function createActivity(
  changed: (principalId: PrincipalId) => void,
): Activity {
  const reports = new Map<PrincipalId, Map<string, boolean>>();

  const isIdle = (principalId: PrincipalId): boolean => {
    const lines = reports.get(principalId);
    return lines !== undefined && ![...lines.values()].includes(true);
  };
  const change = (principalId: PrincipalId, act: () => void): void => {
    const was = isIdle(principalId);
    act();
    if (isIdle(principalId) !== was) changed(principalId);
  };
  return {
    isIdle,
    report({ principalId, connectionId, isActive }) {
      change(principalId, () => {
        const lines = reports.get(principalId) ?? new Map<string, boolean>();
        lines.set(connectionId, isActive);
        reports.set(principalId, lines);
      });
    },
    closed({ principalId, connectionId }) {
      const lines = reports.get(principalId);
      if (lines === undefined) return;
      change(principalId, () => {
        lines.delete(connectionId);
        if (lines.size === 0) reports.delete(principalId);
      });
    },
  };
}
