/** What of a picture is shown: a square around a point of it. */
export interface View {
  /** In px of the picture. */
  readonly centreX: number;
  readonly centreY: number;
  /** 1: as much as fits; 4: a quarter of that side. */
  readonly zoom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const maxZoom = 4;

const between = (value: number, low: number, high: number): number =>
  Math.min(Math.max(value, low), high);

export const wholeView = ({ width, height }: Size): View => ({
  centreX: width / 2,
  centreY: height / 2,
  zoom: 1,
});

/** Side of the square, px of the picture. */
export const sideOf = (size: Size, { zoom }: View): number =>
  Math.min(size.width, size.height) / zoom;

/** The nearest view whose square lies inside the picture. */
export function inside(size: Size, view: View): View {
  const zoom = between(view.zoom, 1, maxZoom);
  const half = sideOf(size, { ...view, zoom }) / 2;
  return {
    zoom,
    centreX: between(view.centreX, half, size.width - half),
    centreY: between(view.centreY, half, size.height - half),
  };
}
