import { useServerNow } from "../../platform/server-now.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";

/** "for 4:05", running. */
export function Since({ at }: { readonly at: string }) {
  const { t, clock } = useTexts();
  return t("operator.since", { time: clock(useServerNow() - Date.parse(at)) });
}
