import type { ReactNode } from "react";
import { FailedState } from "./failed-state.tsx";
import { LoadingRows } from "./loading-rows.tsx";

interface LoadedProps<Data> {
  readonly query: {
    readonly data: Data | undefined;
    readonly error: Error | null;
    readonly refetch: () => Promise<unknown>;
  };
  readonly children: (data: Data) => ReactNode;
}

/** What a query brought, or its loading and failed states. Old data stays on the screen while it is asked for again. */
export function Loaded<Data>({ query, children }: LoadedProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error !== null)
    return (
      <FailedState failure={query.error} onRetry={() => void query.refetch()} />
    );
  return <LoadingRows />;
}
