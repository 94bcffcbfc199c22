import {
  peopleEndpoints,
  type PersonCard,
  type UserId,
} from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { route, type Route } from "../../../platform/http/route.ts";
import { soughtWords } from "../domain/search-words.ts";
import type { PresenceBook } from "../realtime/create-presence.ts";
import { findPeople } from "../store/find-people.ts";
import { photosOf } from "../store/people.ts";
import { readCard } from "../store/person-card.ts";
import { updateCard, type UpdateCardDeps } from "../use-cases/update-card.ts";

export interface PeopleRoutesDeps extends UpdateCardDeps {
  readonly presence: Pick<PresenceBook, "of">;
}

const isId = (text: string): boolean =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

export function peopleRoutes(deps: PeopleRoutesDeps): readonly Route[] {
  const { db } = deps.database;
  const card = async (
    userId: UserId,
    viewerId: UserId,
  ): Promise<PersonCard> => {
    const [known, [presence]] = await Promise.all([
      readCard(db, userId, viewerId),
      deps.presence.of([userId]),
    ]);
    if (known === undefined || presence === undefined)
      throw new AppError("request.not_found");
    return { ...known, presence };
  };
  return [
    route(
      peopleEndpoints.findPeople,
      async ({ principal: { id: viewerId }, query: { text, ...narrow } }) => {
        const words = soughtWords(text);
        // Signs alone are the name of nobody.
        if (words.length === 0 && text.trim() !== "")
          return { items: [], nextAfter: null };
        const found = await findPeople(db, { words, viewerId, ...narrow });
        return { ...found, items: [...found.items] };
      },
    ),
    route(peopleEndpoints.listPhotos, async ({ query: { userIds } }) => {
      // What is no id is nobody's: the contract lets nothing but ids' letters through.
      const asked = userIds.split(",").filter(isId) as UserId[];
      return { items: [...(await photosOf(db, asked))] };
    }),
    route(peopleEndpoints.getPerson, ({ principal, params: { userId } }) =>
      card(userId, principal.id),
    ),
    route(
      peopleEndpoints.updateMyCard,
      async ({ principal: { id }, actor, body }) => {
        await updateCard(deps, actor, { userId: id, ...body });
        return card(id, id);
      },
    ),
    route(
      peopleEndpoints.updatePerson,
      async ({ principal, actor, params: { userId }, body }) => {
        await updateCard(deps, actor, { userId, ...body });
        return card(userId, principal.id);
      },
    ),
  ];
}
