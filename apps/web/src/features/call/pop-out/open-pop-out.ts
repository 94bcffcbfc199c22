/** What the lists of the browser's types do not know yet. */
interface PictureWindows {
  readonly requestWindow: (size: {
    readonly width: number;
    readonly height: number;
  }) => Promise<Realm>;
}

/** A window with its own constructors: what is made for a document is made in its window. */
type Realm = Window & typeof globalThis;

type Opener = Pick<Window, "open"> & {
  readonly documentPictureInPicture?: PictureWindows;
};

const size = { width: 480, height: 360 } as const;

/**
 * An empty window for a call: over all others where the browser has such (Document Picture-in-Picture), else a usual
 * one. Null: the browser refused it. To be asked for within a gesture.
 */
export async function openPopOut(opener: Opener): Promise<Realm | null> {
  const pictures = opener.documentPictureInPicture;
  if (pictures !== undefined)
    return pictures.requestWindow(size).catch(() => null);
  const features = `popup,width=${String(size.width)},height=${String(size.height)}`;
  // A window that is opened has its constructors; its type keeps silent of them.
  return opener.open("", "", features) as Realm | null;
}

interface Looks {
  readonly page: Document;
  readonly title: string;
}

/** Gives it a title, and the looks of the page: language, colours, style sheets as they stand now. */
export function dressPopOut(popOut: Realm, { page, title }: Looks): void {
  const { document: own } = popOut;
  own.title = title;
  for (const { name, value } of page.documentElement.attributes)
    own.documentElement.setAttribute(name, value);
  const sheets = [...page.styleSheets, ...page.adoptedStyleSheets];
  own.adoptedStyleSheets = sheets.map((sheet) => {
    const copy = new popOut.CSSStyleSheet({ baseURL: page.baseURI });
    copy.replaceSync(
      [...sheet.cssRules].map(({ cssText }) => cssText).join("\n"),
    );
    return copy;
  });
}
