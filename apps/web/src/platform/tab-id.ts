import type { Id } from "@veche/contracts";
import type { Powers } from "@veche/realtime-client";

const tabKey = "veche.tab";

/** Names this tab from one loading of its page to the next; `tabStorage` is the tab's own. */
export function tabIdOf(
  { newId }: Pick<Powers, "newId">,
  tabStorage: Pick<Storage, "getItem" | "setItem">,
): string {
  const tabId = tabStorage.getItem(tabKey) ?? newId<Id<"Tab">>();
  tabStorage.setItem(tabKey, tabId);
  return tabId;
}
