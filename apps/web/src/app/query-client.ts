import { errorRegistry } from "@veche/contracts";
import { QueryClient } from "@tanstack/react-query";
import { RestFailure } from "../platform/rest/rest-failure.ts";

const isWorthRetrying = (failure: unknown): boolean =>
  failure instanceof RestFailure &&
  (failure.code === "offline" || errorRegistry[failure.code].isRetryable);

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        retry: (count, failure) => count < 2 && isWorthRetrying(failure),
        staleTime: 10_000,
      },
    },
  });
