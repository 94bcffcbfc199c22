import type { Chats } from "../modules/chats/index.ts";
import type { ContactCentre } from "../modules/contact-centre/index.ts";
import type { Directory } from "../modules/directory/index.ts";
import type { Identity } from "../modules/identity/index.ts";
import type { Notifications } from "../modules/notifications/index.ts";
import {
  createRatings,
  type Ratings,
  type Supervisors,
} from "../modules/ratings/index.ts";
import { purposeKey } from "../platform/purpose-key.ts";
import type { Hub } from "../platform/realtime/hub.ts";
import type { AppDeps } from "./app-deps.ts";

interface Below {
  readonly identity: Identity;
  readonly directory: Directory;
  readonly notifications: Notifications;
  readonly chats: Chats;
  readonly contactCentre: ContactCentre;
}

/** What customers say of how they were served, with the supervisors who hear of the low ones. */
export const createRating = (
  deps: AppDeps & { readonly hub: Hub },
  below: Below,
): Ratings =>
  createRatings({
    ...deps,
    database: deps.database.narrow(),
    chats: below.chats,
    sessions: below.contactCentre,
    supervisors: supervisorsBy(below),
    linkKey: purposeKey(deps.config.secretKey, "rating-links"),
    publicUrl: deps.config.publicUrl,
  });

const supervisorsBy = ({
  identity,
  directory,
  notifications,
}: Below): Supervisors => ({
  all: async () => (await identity.supervisors()).map(({ id }) => id),
  async tell(unit, write) {
    const supervisors = await identity.supervisors();
    const addresses = await directory.emailsOf(supervisors.map(({ id }) => id));
    for (const { id, language } of supervisors) {
      const to = addresses.get(id);
      if (to === undefined) continue;
      await notifications.queueLetter(unit, {
        ...{ to, ...write(language) },
        calendar: null,
      });
    }
  },
});
