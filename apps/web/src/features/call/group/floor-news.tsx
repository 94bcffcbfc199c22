import type { FloorView } from "@veche/call-client";
import type { PrincipalId } from "@veche/contracts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import type { Tile } from "./tiles.ts";

interface FloorNewsProps {
  readonly view: FloorView;
  readonly people: readonly Tile[];
}

/** Says to those who do not see it who asks for the word and who reacts, when nothing else is being said. */
export function FloorNews({ view, people }: FloorNewsProps) {
  const { t } = useTexts();
  const nameOf = (id: PrincipalId | undefined) =>
    people.find(({ principalId, isOwn }) => principalId === id && !isOwn)?.name;
  const hand = nameOf(view.floor?.hands.at(-1)?.principalId);
  const last = view.reactions.at(-1);
  const reacting = nameOf(last?.principalId);
  return (
    <>
      <p className="visually-hidden" role="status">
        {hand !== undefined && t("floor.handUpOf", { name: hand })}
      </p>
      <p className="visually-hidden" role="status">
        {last !== undefined &&
          reacting !== undefined &&
          t("floor.reactionOf", { name: reacting, reaction: last.reaction })}
      </p>
    </>
  );
}
