import { RouterProvider } from "@tanstack/react-router";
import type { User } from "@veche/contracts";
import { useEffect, useState } from "react";
import { CallRecordingsProvider } from "../features/call/recording/recordings-context.ts";
import { MeProvider } from "../platform/me.tsx";
import { ServerClockProvider } from "../platform/server-now.tsx";
import { useServices } from "../platform/services.tsx";
import type { WorkplaceParts } from "./create-workplace.ts";
import { bringPages } from "./pages.ts";
import { createAppRouter } from "./router.tsx";
import { WorkplaceContext } from "./workplace-context.ts";

/** When the first page is drawn and the line is up. */
const afterStartMs = 2000;

interface WorkplaceProps {
  readonly user: User;
  readonly parts: WorkplaceParts;
}

/** Everything behind the door. */
export function Workplace({ user, parts }: WorkplaceProps) {
  const [router] = useState(createAppRouter);
  const { powers, onOpen } = useServices();
  useEffect(
    () => onOpen((path) => router.history.push(path)),
    [onOpen, router],
  );
  useEffect(
    () =>
      powers.after(afterStartMs, () => {
        // What could not be brought now is brought when it is opened.
        bringPages(user.roles).catch(() => undefined);
      }),
    [powers, user.roles],
  );
  return (
    <MeProvider user={user}>
      <WorkplaceContext value={parts}>
        <ServerClockProvider offsetMs={parts.realtime.clockOffsetMs}>
          <CallRecordingsProvider value={parts.recordings}>
            <RouterProvider router={router} />
          </CallRecordingsProvider>
        </ServerClockProvider>
      </WorkplaceContext>
    </MeProvider>
  );
}
