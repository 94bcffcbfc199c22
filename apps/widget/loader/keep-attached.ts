/** Hangs on `<html>`, not `<body>`: pages that swap their body keep us; whoever takes us out gets us back. */
export function keepAttached(host: HTMLElement, page: Document): void {
  const attach = () => {
    if (!host.isConnected) page.documentElement.append(host);
  };
  attach();
  new MutationObserver(attach).observe(page.documentElement, {
    childList: true,
  });
}
