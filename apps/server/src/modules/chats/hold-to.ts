import { AppError } from "../../platform/app-error.ts";
import type { Decision } from "./domain/rights.ts";

/** A refusal of the domain becomes the coded error of the edge. */
export function holdTo(decision: Decision): void {
  if (!decision.ok) throw new AppError(decision.code);
}
