import type { CallFloor, FloorView } from "@veche/call-client";
import { iconLock, iconX } from "@veche/ui";
import { useState } from "react";
import { Icon } from "../../../platform/kit/icon.tsx";
import { SearchField } from "../../../platform/kit/search-field.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { byHands, keepsOrder, named } from "./floor-marks.ts";
import { LobbyList } from "./lobby-list.tsx";
import { OrderMenu } from "./order-menu.tsx";
import { PersonRow } from "./person-row.tsx";
import type { Tile } from "./tiles.ts";
import styles from "./group.module.css";

interface PeopleListProps {
  readonly people: readonly Tile[];
  readonly floor: CallFloor;
  readonly view: FloorView;
  readonly onClose: () => void;
}

/** Who is in the call and who waits before it; those who ask for the word come first, as they asked. */
export function PeopleList({ people, floor, view, onClose }: PeopleListProps) {
  const { t } = useTexts();
  const [words, setWords] = useState("");
  const me = people.find(({ isOwn }) => isOwn);
  const isKept = keepsOrder(view, me?.principalId);
  const found = named(byHands(people, view), words);
  return (
    <aside className={styles["people"]} aria-label={t("group.people")}>
      <header>
        <h3>{t("group.peopleCount", { count: people.length })}</h3>
        <button type="button" aria-label={t("action.close")} onClick={onClose}>
          <Icon paths={iconX} size={18} />
        </button>
      </header>
      <div className={styles["peopleTools"]}>
        {view.floor?.isLocked === true && (
          <p className={styles["locked"]}>
            <Icon paths={iconLock} size={16} />
            {t("floor.isLocked")}
          </p>
        )}
        {isKept && <OrderMenu floor={floor} view={view} />}
        <SearchField
          label={t("floor.search")}
          value={words}
          onChange={setWords}
        />
      </div>
      <LobbyList floor={floor} view={view} />
      {found.length === 0 && <p role="status">{t("floor.nobodyFound")}</p>}
      <ul>
        {found.map((person) => (
          <PersonRow key={person.key} {...{ floor, view, person, isKept }} />
        ))}
      </ul>
    </aside>
  );
}
