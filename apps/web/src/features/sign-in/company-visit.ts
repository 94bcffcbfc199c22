/** Kept in the tab while the browser is at the company's provider: whoever comes back without it did not begin here. */
export interface CompanyVisit {
  readonly ticket: string;
  /** The page that was open before. */
  readonly returnTo: string;
}

type Kept = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const visitKey = "veche.companyVisit";
/** Where the provider sends the browser back to. */
export const returnPath = "/sign-in/company";

export function keepVisit(storage: Kept, visit: CompanyVisit): void {
  storage.setItem(visitKey, JSON.stringify(visit));
}

/** What was kept, once. */
export function takeVisit(storage: Kept): CompanyVisit | undefined {
  const text = storage.getItem(visitKey);
  storage.removeItem(visitKey);
  try {
    const visit: unknown = JSON.parse(text ?? "null");
    if (typeof visit !== "object" || visit === null) return undefined;
    // Whatever stands there, its fields are looked at one by one.
    const { ticket, returnTo } = visit as Partial<Record<string, unknown>>;
    return typeof ticket === "string" && typeof returnTo === "string"
      ? { ticket, returnTo }
      : undefined;
  } catch {
    return undefined;
  }
}

/** A page of ours, whatever was asked for: no address leads out of the house. */
export function ownPage(asked: string, origin: string): string {
  const url = URL.parse(asked, origin);
  if (url?.origin !== origin || url.pathname === returnPath) return "/";
  // One slash at the beginning: two would name another host.
  return url.pathname.replace(/^\/+/, "/") + url.search + url.hash;
}
