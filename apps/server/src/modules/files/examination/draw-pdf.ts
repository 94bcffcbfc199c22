import { readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createRequire } from "node:module";
import { createCanvas } from "@napi-rs/canvas";

const largestPdfBytes = 60 * 1024 * 1024;
const longestSide = 1_280;

const library = dirname(
  createRequire(import.meta.url).resolve("pdfjs-dist/package.json"),
);

/** The first page as a PNG. Throws for what can't be drawn, documents with a password among them. */
export async function drawFirstPage(path: string): Promise<Buffer> {
  if ((await stat(path)).size > largestPdfBytes) throw new Error("too large");
  const { getDocument, VerbosityLevel } =
    await import("pdfjs-dist/legacy/build/pdf.mjs");
  const loading = getDocument({
    data: new Uint8Array(await readFile(path)),
    standardFontDataUrl: join(library, "standard_fonts/"),
    cMapUrl: join(library, "cmaps/"),
    wasmUrl: join(library, "wasm/"),
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
    maxImageSize: 50_000_000,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const page = await (await loading.promise).getPage(1);
    const natural = page.getViewport({ scale: 1 });
    const scale = longestSide / Math.max(natural.width, natural.height);
    const viewport = page.getViewport({ scale });
    const canvas = createCanvas(
      Math.max(1, Math.round(viewport.width)),
      Math.max(1, Math.round(viewport.height)),
    );
    await page.render({
      canvas,
      viewport,
    }).promise;
    return await canvas.encode("png");
  } finally {
    await loading.destroy();
  }
}
