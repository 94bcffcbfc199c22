import sharp from "sharp";

const goods = [
  { x: 90, y: 96, width: 90, height: 104, colour: "#e07a5f" },
  { x: 232, y: 76, width: 70, height: 124, colour: "#3d7ea6" },
  { x: 350, y: 112, width: 120, height: 88, colour: "#81b29a" },
  { x: 520, y: 88, width: 96, height: 112, colour: "#f2cc8f" },
  { x: 110, y: 292, width: 120, height: 92, colour: "#81b29a" },
  { x: 282, y: 268, width: 84, height: 116, colour: "#f2cc8f" },
  { x: 420, y: 280, width: 70, height: 104, colour: "#e07a5f" },
  { x: 540, y: 300, width: 96, height: 84, colour: "#3d7ea6" },
] as const;

const shelf = (y: number): string =>
  `<rect x="50" y="${String(y)}" width="620" height="14" rx="4" fill="#b08968"/>`;

const product = ({ x, y, width, height, colour }: (typeof goods)[number]) =>
  `<rect x="${String(x)}" y="${String(y)}" width="${String(width)}" height="${String(height)}" rx="10" fill="${colour}"/>` +
  `<circle cx="${String(x + width / 2)}" cy="${String(y + height / 2)}" r="16" fill="#fff" fill-opacity="0.75"/>`;

/** A shop's two shelves, drawn: a PNG for the demo conversations. */
export const drawShowcase = (): Promise<Buffer> =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="720" height="450">` +
        `<rect width="720" height="450" fill="#f6efe6"/>` +
        `<rect x="24" y="24" width="672" height="402" rx="18" fill="#fffaf3" stroke="#d9c7b0" stroke-width="4"/>` +
        goods.map(product).join("") +
        shelf(200) +
        shelf(384) +
        `</svg>`,
    ),
  )
    .png()
    .toBuffer();
