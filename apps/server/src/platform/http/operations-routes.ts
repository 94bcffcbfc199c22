import { operationsEndpoints, type Readiness } from "@veche/contracts";
import { AppError } from "../app-error.ts";
import { route, type Route } from "./route.ts";

export interface OperationsDeps {
  readonly parts: () => Promise<Omit<Readiness["parts"], "drain">>;
  readonly isDraining: () => boolean;
}

/** `/healthz`: the process lives. `/readyz`: it can serve; calls need no TURN to be tried, so `turn` decides nothing. */
export function operationsRoutes({
  parts,
  isDraining,
}: OperationsDeps): readonly Route[] {
  const present = async (): Promise<Readiness["parts"]> => ({
    ...(await parts()),
    drain: isDraining() ? "yes" : "no",
  });
  return [
    route(operationsEndpoints.getHealth, async () => ({
      status: "alive" as const,
    })),
    route(operationsEndpoints.getReadiness, async () => {
      const now = await present();
      if (now.database === "up" && now.drain === "no") {
        return { status: "ready" as const, parts: now };
      }
      const issues = Object.entries(now).map(([part, state]) => ({
        path: `/parts/${part}`,
        message: state,
      }));
      throw new AppError("server.unavailable", { issues });
    }),
  ];
}
