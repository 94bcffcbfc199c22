import type { TimelineEntry } from "@veche/contracts";
import { lazy, Suspense } from "react";
import type { GalleryPlace } from "./gallery-place.ts";

const Gallery = lazy(() =>
  import("./gallery.tsx").then((file) => ({ default: file.Gallery })),
);

interface GalleryLayerProps {
  readonly place: GalleryPlace;
  readonly entries: readonly TimelineEntry[];
  readonly onClose: () => void;
}

/** Pictures over the whole window; fetched when the first of them is opened. */
export function GalleryLayer(props: GalleryLayerProps) {
  return (
    <Suspense fallback={null}>
      <Gallery {...props} />
    </Suspense>
  );
}
