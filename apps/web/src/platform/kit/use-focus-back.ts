import { useEffect, useState } from "react";

/**
 * What had the focus before something stood over the page has it again afterwards, if it is still there and nothing else
 * took it meanwhile (WAI-ARIA Authoring Practices, "Dialog (Modal)": focus returns to what invoked it).
 */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (
        before instanceof HTMLElement &&
        before.isConnected &&
        document.activeElement === document.body
      )
        before.focus();
    },
    [before],
  );
}
