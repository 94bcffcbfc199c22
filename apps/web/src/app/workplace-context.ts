import { createContext, use } from "react";
import type { WorkplaceParts } from "./create-workplace.ts";

export const WorkplaceContext = createContext<WorkplaceParts | undefined>(
  undefined,
);

/** What the signed-in person works with. */
export function useWorkplace(): WorkplaceParts {
  const parts = use(WorkplaceContext);
  if (parts === undefined)
    throw new Error("useWorkplace is used outside Workplace");
  return parts;
}
