import {
  stickerEndpoints,
  type Actor,
  type StickerSetId,
} from "@veche/contracts";
import { route, type Route } from "../../../platform/http/route.ts";
import type { UserPrincipal } from "../../../platform/principal.ts";
import { listedSets, sharedSets } from "../store/stickers.ts";
import {
  addSticker,
  arrangeSets,
  changeSet,
  createSet,
  removeSet,
  removeSticker,
  type StickerPowers,
} from "../use-cases/keep-stickers.ts";

interface Asking {
  readonly principal: UserPrincipal;
  readonly actor: Actor;
}

const keeper = ({ principal, actor }: Asking) => ({
  userId: principal.id,
  actor,
});
const own = (
  asking: Asking & { readonly params: { readonly setId: StickerSetId } },
) => ({ ...keeper(asking), setId: asking.params.setId });

export const stickerRoutes = (powers: StickerPowers): readonly Route[] => {
  const { db } = powers.database;
  return [
    route(stickerEndpoints.listStickerSets, async ({ principal }) => ({
      items: [...(await listedSets(db, principal.id))],
    })),
    route(stickerEndpoints.listSharedStickerSets, async (asking) => {
      const { principal, query } = asking;
      const items = await sharedSets(db, principal.id, query.text ?? "");
      return { items: [...items] };
    }),
    route(stickerEndpoints.createStickerSet, (asking) =>
      createSet(powers, keeper(asking), asking.body.title),
    ),
    route(stickerEndpoints.updateStickerSet, (asking) =>
      changeSet(powers, own(asking), asking.body),
    ),
    route(stickerEndpoints.deleteStickerSet, async (asking) => {
      await removeSet(powers, own(asking));
      return null;
    }),
    route(stickerEndpoints.addSticker, (asking) =>
      addSticker(powers, own(asking), asking.body),
    ),
    route(stickerEndpoints.removeSticker, (asking) =>
      removeSticker(powers, own(asking), asking.params.stickerId),
    ),
    route(stickerEndpoints.arrangeStickerSets, async (asking) => ({
      items: [
        ...(await arrangeSets(powers, keeper(asking), asking.body.setIds)),
      ],
    })),
  ];
};
