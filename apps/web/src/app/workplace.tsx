import { RouterProvider } from "@tanstack/react-router";
import type { User } from "@veche/contracts";
import { useState } from "react";
import { MeProvider } from "../platform/me.tsx";
import { ServerClockProvider } from "../platform/server-now.tsx";
import type { WorkplaceParts } from "./create-workplace.ts";
import { createAppRouter } from "./router.tsx";
import { WorkplaceContext } from "./workplace-context.ts";

interface WorkplaceProps {
  readonly user: User;
  readonly parts: WorkplaceParts;
}

/** Everything behind the door. */
export function Workplace({ user, parts }: WorkplaceProps) {
  const [router] = useState(createAppRouter);
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
