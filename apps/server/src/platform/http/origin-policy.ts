/** Decides by the `Origin` header which pages may speak to this server, and as what. */
export interface OriginPolicy {
  /** A page of this server itself: the only kind that may use the session cookie. */
  isOwn(origin: string, host: string | undefined): boolean;
  /** A page of a known site, which carries the widget. */
  isSite(origin: string): Promise<boolean>;
}

export interface OriginPolicyDeps {
  readonly publicUrl: string;
  readonly isSiteOrigin: (origin: string) => Promise<boolean>;
}

export function createOriginPolicy({
  publicUrl,
  isSiteOrigin,
}: OriginPolicyDeps): OriginPolicy {
  const publicOrigin = new URL(publicUrl).origin;
  return {
    // The host a browser asked for cannot be forged by a page, and a cookie is only sent to its own host:
    // an origin on that very host is the server's own page, also under its other names (127.0.0.1, intranet).
    isOwn: (origin, host) =>
      origin === publicOrigin ||
      (host !== undefined &&
        (origin === `http://${host}` || origin === `https://${host}`)),
    isSite: isSiteOrigin,
  };
}
