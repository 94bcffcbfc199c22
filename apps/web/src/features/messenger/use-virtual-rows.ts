import {
  useVirtualizer,
  type PartialKeys,
  type Virtualizer,
  type VirtualizerOptions,
} from "@tanstack/react-virtual";

export type VirtualRows = Virtualizer<HTMLDivElement, Element>;

type Options = PartialKeys<
  VirtualizerOptions<HTMLDivElement, Element>,
  "observeElementRect" | "observeElementOffset" | "scrollToFn"
>;

/** Of many rows, those in sight. */
export function useVirtualRows(options: Options): VirtualRows {
  // eslint-disable-next-line react-hooks/incompatible-library -- the object changes in place and draws anew by itself; nothing here is memoized
  return useVirtualizer<HTMLDivElement, Element>(options);
}
