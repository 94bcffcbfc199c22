const dayMs = 24 * 60 * 60 * 1000;

/** An anonymous visitor has nothing else to come back with. */
const anonymousLifetimeMs = 180 * dayMs;
/** Who is known can be named again by the site; a computer that others use too forgets soon. */
const knownLifetimeMs = dayMs / 2;

/** When a visit used now is over, unless it is used again before. */
export function visitExpiry(usedAt: Date, externalId: string | null): Date {
  const lifetimeMs =
    externalId === null ? anonymousLifetimeMs : knownLifetimeMs;
  return new Date(usedAt.getTime() + lifetimeMs);
}
