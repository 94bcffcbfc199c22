import { useEffect, useState } from "react";
import { useServices } from "./services.tsx";

/** Wall time in ms, renewed every `everyMs`: for timers and countdowns on the screen. */
export function useNow(everyMs = 1000): number {
  const { powers } = useServices();
  const [now, setNow] = useState(powers.nowMs);
  useEffect(() => {
    let cancel = (): void => undefined;
    const tick = () => {
      const present = powers.nowMs();
      setNow(present);
      cancel = powers.after(everyMs - (present % everyMs), tick);
    };
    tick();
    return () => cancel();
  }, [powers, everyMs]);
  return now;
}
