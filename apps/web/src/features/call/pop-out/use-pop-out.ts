import { useCallback, useEffect, useState } from "react";
import { openPopOut } from "./open-pop-out.ts";

type PopOutWindow = NonNullable<Awaited<ReturnType<typeof openPopOut>>>;

export interface PopOut {
  /** Null: the call stands in the page. */
  readonly opened: PopOutWindow | null;
  /** `refused`: the browser lets no window be opened. */
  readonly open: () => Promise<"opened" | "refused">;
  readonly close: () => void;
}

/** A window for a call, closed with the page, with the call, and with whatever uses it. */
export function usePopOut(): PopOut {
  const [opened, setOpened] = useState<PopOutWindow | null>(null);
  useEffect(() => {
    if (opened === null) return undefined;
    const forget = () => setOpened(null);
    const close = () => opened.close();
    opened.addEventListener("pagehide", forget);
    window.addEventListener("pagehide", close);
    return () => {
      opened.removeEventListener("pagehide", forget);
      window.removeEventListener("pagehide", close);
      close();
    };
  }, [opened]);
  const open = useCallback(async () => {
    const popOut = await openPopOut(window);
    setOpened(popOut);
    return popOut === null ? "refused" : "opened";
  }, []);
  const close = useCallback(() => setOpened(null), []);
  return { opened, open, close };
}
