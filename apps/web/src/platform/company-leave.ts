type Kept = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const leaveKey = "veche.companyLeave";

/** Remembers where signing out goes on at the company's provider; null: it ends here. */
export function keepLeave(storage: Kept, address: string | null): void {
  if (address === null) storage.removeItem(leaveKey);
  else storage.setItem(leaveKey, address);
}

/** Where signing out goes on, once. */
export function takeLeave(storage: Kept): string | undefined {
  const address = storage.getItem(leaveKey);
  storage.removeItem(leaveKey);
  const protocol = URL.parse(address ?? "")?.protocol ?? "";
  return address !== null && /^https?:$/.test(protocol) ? address : undefined;
}
