import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from "@tanstack/react-router";
import { HomeRedirect } from "./home-redirect.tsx";
import { NotFound } from "./not-found.tsx";
import { ScreenFailed } from "./screen-failed.tsx";
import { Shell } from "./shell.tsx";

const rootRoute = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  errorComponent: ScreenFailed,
});

const page = <const Path extends string>(
  path: Path,
  component: ReturnType<typeof lazyRouteComponent>,
) => createRoute({ getParentRoute: () => rootRoute, path, component });

const routes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/",
    component: HomeRedirect,
  }),
  // Where a bookmark of the door leads once one is inside.
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/sign-in",
    component: HomeRedirect,
  }),
  page(
    "/desk",
    lazyRouteComponent(() => import("./pages/desk-route.tsx"), "DeskRoute"),
  ),
  page(
    "/history",
    lazyRouteComponent(
      () => import("./pages/history-route.tsx"),
      "HistoryRoute",
    ),
  ),
  page(
    "/history/$requestId",
    lazyRouteComponent(() => import("./pages/record-route.tsx"), "RecordRoute"),
  ),
  page(
    "/users",
    lazyRouteComponent(() => import("./pages/admin-routes.tsx"), "UsersRoute"),
  ),
  page(
    "/sites",
    lazyRouteComponent(() => import("./pages/admin-routes.tsx"), "SitesRoute"),
  ),
  page(
    "/branding",
    lazyRouteComponent(
      () => import("./pages/admin-routes.tsx"),
      "BrandingRoute",
    ),
  ),
  page(
    "/audit",
    lazyRouteComponent(() => import("./pages/admin-routes.tsx"), "AuditRoute"),
  ),
  page(
    "/profile",
    lazyRouteComponent(
      () => import("../features/profile/profile-page.tsx"),
      "ProfilePage",
    ),
  ),
] as const;

export const createAppRouter = () =>
  createRouter({
    routeTree: rootRoute.addChildren(routes),
    defaultErrorComponent: ScreenFailed,
    defaultPreload: "intent",
  });

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
