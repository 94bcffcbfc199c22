import { useEffect, useState } from "react";
import { useServices } from "./services.tsx";

/** Whether `isOn` has lasted for `forMs`: what is over in an instant needs no spinner. */
export function useLasting({
  isOn = true,
  forMs,
}: {
  readonly isOn?: boolean;
  readonly forMs: number;
}): boolean {
  const { powers } = useServices();
  const [isLasting, setLasting] = useState(false);
  useEffect(() => {
    if (!isOn) return undefined;
    const cancel = powers.after(forMs, () => setLasting(true));
    return () => {
      cancel();
      setLasting(false);
    };
  }, [powers, isOn, forMs]);
  return isLasting;
}
