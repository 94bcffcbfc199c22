import { useEffect, useState } from "preact/hooks";
import { useWidget } from "./widget-context.ts";

/** The server's present, milliseconds since 1970, renewed each `stepMs`: for timers and countdowns. */
export function useNow(stepMs = 1000): number {
  const { powers, serverNowMs } = useWidget();
  const [now, setNow] = useState(serverNowMs());
  useEffect(() => {
    let cancel = (): void => undefined;
    const step = () => {
      setNow(serverNowMs());
      cancel = powers.after(stepMs, step);
    };
    step();
    return () => cancel();
  }, [powers, serverNowMs, stepMs]);
  return now;
}
