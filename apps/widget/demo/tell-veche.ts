interface CallQueue {
  push(call: readonly unknown[]): unknown;
}

/** Calls the widget; before its loader arrived the call waits in the list, as the snippet's page does it. */
export function tellVeche(...call: readonly unknown[]): void {
  const page: { Veche?: CallQueue } = window;
  page.Veche ??= [];
  page.Veche.push(call);
}
