import type { ReactNode } from "react";

/** A link to an address a customer gave: only web addresses are followed, and the other page learns nothing of ours. */
export function SafeLink({
  href,
  children,
}: {
  readonly href: string;
  readonly children: ReactNode;
}) {
  const isWeb = URL.canParse(href) && /^https?:$/.test(new URL(href).protocol);
  if (!isWeb) return children;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}
