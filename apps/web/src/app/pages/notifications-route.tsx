import type { ReactNode } from "react";
import { NotificationsPage } from "../../features/notifications/notifications-page.tsx";
import { useWorkplace } from "../workplace-context.ts";

export function NotificationsRoute(): ReactNode {
  const { realtime } = useWorkplace();
  return <NotificationsPage onNotice={realtime.on} />;
}
