import type { Actor, StaffNetworks, StaffNetworksView } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { isNetwork, isWithin } from "../../../platform/networks.ts";
import type { IdentityDeps } from "../identity-deps.ts";
import {
  readNetworks,
  sessionsWithAddresses,
  writeNetworks,
} from "../store/staff-networks.ts";
import { endSessions } from "./end-sessions.ts";

type Deps = Pick<IdentityDeps, "database" | "areNetworksApplied">;

/** As an administrator sees them who comes from this address. */
export const viewNetworks = async (
  { database, areNetworksApplied: isApplied = true }: Deps,
  myAddress: string,
): Promise<StaffNetworksView> => ({
  networks: [...(await readNetworks(database.db))],
  myAddress,
  isApplied,
});

/**
 * The staff come from these networks alone from now on, and sessions that began elsewhere end. Refuses `request.invalid` for
 * what is no network, and `auth.network_excludes_you` for a list without the administrator's own address.
 */
export async function changeNetworks(
  deps: Deps,
  actor: Actor,
  {
    networks,
    address,
  }: StaffNetworks & {
    readonly address: string;
  },
): Promise<StaffNetworksView> {
  const issues = networks.flatMap((network, index) =>
    isNetwork(network)
      ? []
      : [
          {
            path: `/networks/${String(index)}`,
            message: "must be an address or a network such as 10.0.0.0/8",
          },
        ],
  );
  if (issues.length > 0) throw new AppError("request.invalid", { issues });
  if (!isWithin(networks, address))
    throw new AppError("auth.network_excludes_you");
  await deps.database.transact(actor, async (unit) => {
    await writeNetworks(unit.tx, networks);
    unit.happened({
      type: "staff_networks.changed",
      networks: networks.join(", "),
    });
    if (deps.areNetworksApplied === false) return;
    for (const session of await sessionsWithAddresses(unit.tx))
      if (!isWithin(networks, session.address))
        await endSessions(unit, session.userId, {
          reason: "revoked",
          only: session.id,
        });
  });
  return viewNetworks(deps, address);
}
