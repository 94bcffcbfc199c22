import { useServerNow } from "../../platform/server-now.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";

/** A running clock since then. */
export function Elapsed({ since }: { readonly since: string }) {
  const { clock } = useTexts();
  return clock(useServerNow() - Date.parse(since));
}
