import {
  createRootRoute,
  createRoute,
  createRouter,
} from "@tanstack/react-router";
import { HomeRedirect } from "./home-redirect.tsx";
import { NotFound } from "./not-found.tsx";
import { pages } from "./pages.ts";
import { ScreenFailed } from "./screen-failed.tsx";
import { chatsPath, conferencesPath } from "./sections.ts";
import { Shell } from "./shell.tsx";

const rootRoute = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  errorComponent: ScreenFailed,
});

const page = <const Path extends keyof typeof pages>(path: Path) =>
  createRoute({
    getParentRoute: () => rootRoute,
    path,
    component: pages[path],
  });

/** `/sign-in` is where a bookmark of the door leads once one is inside. */
const toHome = <const Path extends "/" | "/sign-in">(path: Path) =>
  createRoute({
    getParentRoute: () => rootRoute,
    path,
    component: HomeRedirect,
  });

const routes = [
  toHome("/"),
  toHome("/sign-in"),
  page("/desk"),
  page(chatsPath),
  page("/calls"),
  page(conferencesPath),
  page("/join/$token"),
  page("/board"),
  page("/reports"),
  page("/reports/dictionary"),
  page("/history"),
  page("/history/$requestId"),
  page("/recordings"),
  page("/recordings/$recordingId"),
  page("/users"),
  page("/people"),
  page("/tags"),
  page("/departments"),
  page("/import"),
  page("/provisioning"),
  page("/entry"),
  page("/sites"),
  page("/applications"),
  page("/webhooks"),
  page("/queues"),
  page("/wrap-up"),
  page("/canned-answers"),
  page("/company-sign-in"),
  page("/directory-sign-in"),
  page("/branding"),
  page("/privacy"),
  page("/call-records"),
  page("/media-nodes"),
  page("/call-records/$callId"),
  page("/security"),
  page("/audit"),
  page("/line-check"),
  page("/profile"),
  page("/notifications"),
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
