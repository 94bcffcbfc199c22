export interface UnreadMarkDeps {
  readonly page: Pick<Document, "querySelector"> & { title: string };
  /** The application's own mark beside the system's icon, where there is one. */
  readonly badge: {
    readonly set: ((count: number) => Promise<void>) | undefined;
    readonly clear: (() => Promise<void>) | undefined;
  };
}

/** How much is unread, where one sees it without looking at the page: title, tab icon, icon of the application. */
export interface UnreadMark {
  /** How the application is called. */
  readonly name: () => string;
  readonly named: (productName: string) => void;
  readonly count: (unread: number) => void;
}

const icons = { quiet: "/favicon.svg", unread: "/favicon-unread.svg" } as const;

export function createUnreadMark({ page, badge }: UnreadMarkDeps): UnreadMark {
  let name = page.title;
  let unread = 0;
  const draw = () => {
    page.title = unread === 0 ? name : `(${unread}) ${name}`;
  };
  const drawIcons = () => {
    const icon = page.querySelector<HTMLLinkElement>('link[rel="icon"]');
    icon?.setAttribute("href", unread === 0 ? icons.quiet : icons.unread);
    const marking = unread === 0 ? badge.clear?.() : badge.set?.(unread);
    // Where the application is not installed there is no icon to mark.
    marking?.catch(() => undefined);
  };
  return {
    name: () => name,
    named: (productName) => {
      name = productName;
      draw();
    },
    count: (now) => {
      if (now === unread) return;
      unread = now;
      draw();
      drawIcons();
    },
  };
}
