import { MantineProvider } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useState, type ReactNode } from "react";
import { useBranding } from "../platform/branding/use-branding.ts";
import { FailedState } from "../platform/kit/failed-state.tsx";
import { ServicesProvider, useServices } from "../platform/services.tsx";
import { useStore } from "../platform/store/use-store.ts";
import { TextsProvider } from "../platform/texts/texts.tsx";
import {
  mantineTheme,
  mantineVariables,
} from "../platform/theme/mantine-theme.ts";
import type { Started } from "./create-services.ts";
import { createQueryClient } from "./query-client.ts";

const SignInPage = lazy(() =>
  import("../features/sign-in/sign-in-page.tsx").then((file) => ({
    default: file.SignInPage,
  })),
);

const Workplace = lazy(() =>
  import("./workplace.tsx").then((file) => ({ default: file.Workplace })),
);

const GuestPage = lazy(() =>
  import("./guest/guest-page.tsx").then((file) => ({
    default: file.GuestPage,
  })),
);

const SharedPage = lazy(() =>
  import("../features/recordings/shared/shared-page.tsx").then((file) => ({
    default: file.SharedPage,
  })),
);

const RatingPage = lazy(() =>
  import("../features/rating/rating-page.tsx").then((file) => ({
    default: file.RatingPage,
  })),
);

/** Where guests come in; whoever opens it is a guest there, signed in or not. */
const guestLink = (path: string): string | undefined =>
  /^\/meet\/(?<token>[\w-]+)$/.exec(path)?.groups?.["token"];

/** A recording that is shown to whoever has the link. */
const recordingLink = (path: string): string | undefined =>
  /^\/shared\/(?<token>[\w-]+)$/.exec(path)?.groups?.["token"];

/** Where a customer says how it was, after they closed the page. */
const ratingLink = (path: string): string | undefined =>
  /^\/rate\/(?<token>[\w-]+)$/.exec(path)?.groups?.["token"];

const nonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ??
  "";

function Themed({ children }: { readonly children: ReactNode }) {
  const { scheme } = useServices();
  const choice = useStore(scheme.choice);
  const isSystemDark = useMediaQuery("(prefers-color-scheme: dark)", false, {
    getInitialValueInEffect: false,
  });
  const system = isSystemDark ? "dark" : "light";
  return (
    <MantineProvider
      theme={mantineTheme}
      cssVariablesResolver={mantineVariables}
      forceColorScheme={choice === "system" ? system : choice}
      getStyleNonce={nonce}
    >
      {children}
      <Notifications position="bottom-right" limit={4} />
    </MantineProvider>
  );
}

/** Draws the company's look as soon as it is known and whenever it changes. */
function Branded({ children }: { readonly children: ReactNode }) {
  const { applyBranding } = useServices();
  const branding = useBranding();
  useEffect(() => applyBranding(branding), [applyBranding, branding]);
  return children;
}

function Door({ started }: { readonly started: Started }) {
  const account = useStore(started.account);
  const [linkToken] = useState(() => guestLink(location.pathname));
  const [sharedToken] = useState(() => recordingLink(location.pathname));
  const [ratingToken] = useState(() => ratingLink(location.pathname));
  if (linkToken !== undefined) return <GuestPage linkToken={linkToken} />;
  if (sharedToken !== undefined) return <SharedPage token={sharedToken} />;
  if (ratingToken !== undefined) return <RatingPage token={ratingToken} />;
  switch (account.kind) {
    case "unknown":
      return null;
    case "failed":
      return (
        <FailedState
          failure={account.failure}
          onRetry={() => void started.loadAccount()}
        />
      );
    case "out":
      return <SignInPage isExpired={account.isExpired} />;
    case "in":
      return (
        <Workplace
          key={account.user.id}
          user={account.user}
          parts={account.workplace}
        />
      );
  }
}

export function App({ started }: { readonly started: Started }) {
  const texts = useStore(started.texts);
  const [queryClient] = useState(createQueryClient);
  return (
    <ServicesProvider services={started.services}>
      <TextsProvider texts={texts}>
        <QueryClientProvider client={queryClient}>
          <Themed>
            <Branded>
              <Suspense fallback={null}>
                <Door started={started} />
              </Suspense>
            </Branded>
          </Themed>
        </QueryClientProvider>
      </TextsProvider>
    </ServicesProvider>
  );
}
