import type { User } from "@veche/contracts";
import { RouterProvider } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { MeProvider } from "../platform/me.tsx";
import { ServerClockProvider } from "../platform/server-now.tsx";
import { useServices } from "../platform/services.tsx";
import { createWorkplace, type WorkplaceParts } from "./create-workplace.ts";
import { createAppRouter } from "./router.tsx";
import { WorkplaceContext } from "./workplace-context.ts";

/** Everything behind the door: the line to the server, the desk and the calls live as long as it is drawn. */
export function Workplace({ user }: { readonly user: User }) {
  const services = useServices();
  const [parts, setParts] = useState<WorkplaceParts>();
  const [router] = useState(createAppRouter);
  useEffect(() => {
    const made = createWorkplace(user, services);
    setParts(made);
    return () => made.close();
    // The workplace belongs to the person, not to a newer copy of their name or language.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- remade for another person only
  }, [user.id, services]);
  if (parts === undefined) return null;
  return (
    <MeProvider user={user}>
      <WorkplaceContext value={parts}>
        <ServerClockProvider offsetMs={parts.realtime.clockOffsetMs}>
          <RouterProvider router={router} />
        </ServerClockProvider>
      </WorkplaceContext>
    </MeProvider>
  );
}
