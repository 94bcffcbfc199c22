import { otherThings } from "./shell-cache.ts";

/** A window of this origin, as a worker sees it. */
export interface OpenWindow {
  readonly url: string;
  readonly focused: boolean;
  readonly visibilityState: DocumentVisibilityState;
}

/** The shop of the demo and pages of widgets come from the same server. */
const isOfApplication = ({ url }: OpenWindow): boolean =>
  !otherThings.test(new URL(url).pathname);

/** Somebody works in the application now. */
export const hasAttention = (windows: readonly OpenWindow[]): boolean =>
  windows.some((window) => isOfApplication(window) && window.focused);

/** The one that is nearest to the person's eyes; undefined: another must be opened. */
export function windowToOpenIn<Window extends OpenWindow>(
  windows: readonly Window[],
): Window | undefined {
  const ours = windows.filter(isOfApplication);
  return (
    ours.find(({ focused }) => focused) ??
    ours.find(({ visibilityState }) => visibilityState === "visible") ??
    ours[0]
  );
}
