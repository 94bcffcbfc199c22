import type { User } from "@veche/contracts";
import { createContext, use, type ReactNode } from "react";

const MeContext = createContext<User | undefined>(undefined);

export function MeProvider({
  user,
  children,
}: {
  readonly user: User;
  readonly children: ReactNode;
}) {
  return <MeContext value={user}>{children}</MeContext>;
}

/** The signed-in user. */
export function useMe(): User {
  const user = use(MeContext);
  if (user === undefined) throw new Error("useMe is used outside MeProvider");
  return user;
}
