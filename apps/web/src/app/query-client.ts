import { isRetryable } from "@veche/contracts";
import { notifyManager, QueryClient } from "@tanstack/react-query";
import { RestFailure } from "../platform/rest/rest-failure.ts";

const isWorthRetrying = (failure: unknown): boolean =>
  failure instanceof RestFailure &&
  (failure.code === "offline" || isRetryable(failure.code));

// What a press changes at once is drawn before anything else happens: a switch never stands back for a turn.
notifyManager.setScheduler(queueMicrotask);

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        retry: (count, failure) => count < 2 && isWorthRetrying(failure),
        staleTime: 10_000,
      },
    },
  });
