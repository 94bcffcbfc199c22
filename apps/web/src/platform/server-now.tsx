import type { Readable } from "@veche/realtime-client";
import { createContext, use, type ReactNode } from "react";
import { useNow } from "./now.ts";
import { useStore } from "./store/use-store.ts";

const noOffset: Readable<number> = {
  get: () => 0,
  subscribe: () => () => undefined,
};

const OffsetContext = createContext<Readable<number>>(noOffset);

export function ServerClockProvider({
  offsetMs,
  children,
}: {
  readonly offsetMs: Readable<number>;
  readonly children: ReactNode;
}) {
  return <OffsetContext value={offsetMs}>{children}</OffsetContext>;
}

/** The server's wall time in ms: countdowns to its instants are right on a machine whose clock is not. */
export function useServerNow(everyMs = 1000): number {
  const offsetMs = useStore(use(OffsetContext));
  return useNow(everyMs) + offsetMs;
}
