import { lazyRouteComponent } from "@tanstack/react-router";
import type { Role } from "@veche/contracts";
import { chatsPath, conferencesPath, sectionsFor } from "./sections.ts";

/** Each page is a file of its own, downloaded when it is first opened or shortly after the start. */
export const pages = {
  "/desk": lazyRouteComponent(
    () => import("./pages/desk-route.tsx"),
    "DeskRoute",
  ),
  [chatsPath]: lazyRouteComponent(
    () => import("./pages/chats-route.tsx"),
    "ChatsRoute",
  ),
  "/calls": lazyRouteComponent(
    () => import("./pages/my-calls-route.tsx"),
    "MyCallsRoute",
  ),
  [conferencesPath]: lazyRouteComponent(
    () => import("./pages/conferences-route.tsx"),
    "ConferencesRoute",
  ),
  "/join/$token": lazyRouteComponent(
    () => import("./pages/join-route.tsx"),
    "JoinRoute",
  ),
  "/reports": lazyRouteComponent(
    () => import("./pages/reports-route.tsx"),
    "ReportsRoute",
  ),
  "/reports/dictionary": lazyRouteComponent(
    () => import("./pages/reports-route.tsx"),
    "DictionaryRoute",
  ),
  "/board": lazyRouteComponent(
    () => import("./pages/board-route.tsx"),
    "BoardRoute",
  ),
  "/history": lazyRouteComponent(
    () => import("./pages/history-route.tsx"),
    "HistoryRoute",
  ),
  "/history/$requestId": lazyRouteComponent(
    () => import("./pages/record-route.tsx"),
    "RecordRoute",
  ),
  "/recordings": lazyRouteComponent(
    () => import("./pages/recordings-routes.tsx"),
    "RecordingsRoute",
  ),
  "/recordings/$recordingId": lazyRouteComponent(
    () => import("./pages/recordings-routes.tsx"),
    "RecordingRoute",
  ),
  "/users": lazyRouteComponent(
    () => import("./pages/admin-routes.tsx"),
    "UsersRoute",
  ),
  "/people": lazyRouteComponent(
    () => import("./pages/people-routes.tsx"),
    "PeopleRoute",
  ),
  "/tags": lazyRouteComponent(
    () => import("./pages/people-routes.tsx"),
    "TagsRoute",
  ),
  "/departments": lazyRouteComponent(
    () => import("./pages/people-admin-routes.tsx"),
    "DepartmentsRoute",
  ),
  "/import": lazyRouteComponent(
    () => import("./pages/people-admin-routes.tsx"),
    "ImportRoute",
  ),
  "/provisioning": lazyRouteComponent(
    () => import("./pages/people-admin-routes.tsx"),
    "ProvisioningRoute",
  ),
  "/sites": lazyRouteComponent(
    () => import("./pages/admin-routes.tsx"),
    "SitesRoute",
  ),
  "/applications": lazyRouteComponent(
    () => import("./pages/applications-route.tsx"),
    "ApplicationsRoute",
  ),
  "/webhooks": lazyRouteComponent(
    () => import("./pages/webhooks-route.tsx"),
    "WebhooksRoute",
  ),
  "/queues": lazyRouteComponent(
    () => import("./pages/queues-route.tsx"),
    "QueuesRoute",
  ),
  "/wrap-up": lazyRouteComponent(
    () => import("./pages/wrap-up-route.tsx"),
    "WrapUpRoute",
  ),
  "/canned-answers": lazyRouteComponent(
    () => import("./pages/canned-answers-route.tsx"),
    "CannedAnswersRoute",
  ),
  "/branding": lazyRouteComponent(
    () => import("./pages/admin-routes.tsx"),
    "BrandingRoute",
  ),
  "/privacy": lazyRouteComponent(
    () => import("./pages/admin-routes.tsx"),
    "PrivacyRoute",
  ),
  "/call-records": lazyRouteComponent(
    () => import("./pages/call-records-routes.tsx"),
    "CallRecordsRoute",
  ),
  "/media-nodes": lazyRouteComponent(
    () => import("./pages/call-records-routes.tsx"),
    "MediaNodesRoute",
  ),
  "/call-records/$callId": lazyRouteComponent(
    () => import("./pages/call-records-routes.tsx"),
    "FlightRecordRoute",
  ),
  "/entry": lazyRouteComponent(
    () => import("./pages/people-admin-routes.tsx"),
    "SignInRulesRoute",
  ),
  "/company-sign-in": lazyRouteComponent(
    () => import("./pages/people-admin-routes.tsx"),
    "CompanySignInRoute",
  ),
  "/directory-sign-in": lazyRouteComponent(
    () => import("./pages/people-admin-routes.tsx"),
    "DirectorySignInRoute",
  ),
  "/security": lazyRouteComponent(
    () => import("./pages/security-route.tsx"),
    "SecurityRoute",
  ),
  "/audit": lazyRouteComponent(
    () => import("./pages/admin-routes.tsx"),
    "AuditRoute",
  ),
  "/notifications": lazyRouteComponent(
    () => import("./pages/notifications-route.tsx"),
    "NotificationsRoute",
  ),
  "/line-check": lazyRouteComponent(
    () => import("./pages/line-check-route.tsx"),
    "LineCheckRoute",
  ),
  "/profile": lazyRouteComponent(
    () => import("./pages/profile-route.tsx"),
    "ProfileRoute",
  ),
} as const;

/** Brings the pages a person may open, so that they open while the server is away too. */
export async function bringPages(roles: readonly Role[]): Promise<void> {
  const paths = sectionsFor(roles).map(({ path }) => path);
  const records = paths.includes("/history")
    ? (["/history/$requestId"] as const)
    : [];
  await Promise.all(
    [...paths, ...records, "/profile" as const].map(async (path) => {
      await pages[path].preload?.();
    }),
  );
}
