import type { CustomerRequest } from "@veche/contracts";
import type { WidgetTranslator } from "../texts/translator.ts";

/** The place in the queue in words: nobody to serve, next, a number, or not known yet. */
export function placeWords(
  { isStaffed, position }: Pick<CustomerRequest, "isStaffed" | "position">,
  { t }: WidgetTranslator,
): string {
  if (!isStaffed) return t("queue.nobodyTitle");
  if (position === null) return t("queue.finding");
  return position === 1
    ? t("queue.next")
    : t("queue.place", { place: position });
}
