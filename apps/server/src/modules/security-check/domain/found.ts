import type {
  SecurityCheckId,
  SecurityFacts,
  SecurityFinding,
} from "@veche/contracts";

/** What a check of this id found; undefined: it does not apply here. */
export type Found<Id extends SecurityCheckId> =
  | {
      readonly finding: Extract<SecurityFinding, `${Id}.${string}`>;
      readonly facts?: SecurityFacts;
      readonly line?: string;
    }
  | undefined;
