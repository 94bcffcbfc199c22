import { Button } from "@mantine/core";
import { iconVolume } from "@veche/ui";
import type { FloorView } from "@veche/call-client";
import type { Look } from "@veche/contracts";
import { useState, type CSSProperties } from "react";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import type { Pens } from "../ink/pens.ts";
import { marksOf } from "./floor-marks.ts";
import { arrange, columnsFor, type Layout, type Tile } from "./tiles.ts";
import { TileView } from "./tile-view.tsx";
import { useLook } from "./use-look.ts";
import styles from "./group.module.css";

interface GroupStageProps {
  readonly tiles: readonly Tile[];
  readonly layout: Layout;
  readonly order: FloorView;
  readonly pens: Pens;
  readonly speaker: string | null;
  /** To be told how the pictures are shown. */
  readonly look: (look: Look) => void;
}

/** The browser wants a gesture before it lets the sound out. */
function Blocked({ onHear }: { readonly onHear: () => void }) {
  const { t } = useTexts();
  return (
    <div className={styles["blocked"]} role="alert">
      <Button leftSection={<Icon paths={iconVolume} />} onClick={onHear}>
        {t("call.hear")}
      </Button>
    </div>
  );
}

/** The pictures of a group's call: all alike, or one large with the others in a row beside it. */
export function GroupStage(props: GroupStageProps) {
  const { tiles, layout, order, pens, speaker, look } = props;
  const { t } = useTexts();
  const [pinnedKey, setPinned] = useState<string | null>(null);
  const [blocked, setBlocked] = useState<() => void>();
  const { main, rest } = arrange(tiles, {
    ...{ layout, pinnedKey },
    spotlightId: order.floor?.spotlightId ?? null,
  });
  const shown = [...(main === null ? [] : [main]), ...rest];
  const list = useLook(shown, pinnedKey, look);
  const columns = {
    "--columns": columnsFor(rest.length),
    "--others": Math.max(1, rest.length),
  } as CSSProperties; // properties of CSS, which React's type does not know
  const isAlone = tiles.every(({ isOwn }) => isOwn);
  return (
    <div className={styles["stage"]}>
      <ul
        ref={list}
        className={styles["tiles"]}
        data-main={main !== null}
        style={columns}
      >
        {shown.map((tile) => (
          <TileView
            key={tile.key}
            tile={tile}
            marks={marksOf(order, tile.principalId)}
            pens={pens}
            speaker={speaker}
            isPinned={tile.key === pinnedKey}
            onPin={() => setPinned(tile.key === pinnedKey ? null : tile.key)}
            onBlocked={(play) => setBlocked(() => play)}
          />
        ))}
      </ul>
      {isAlone && <p className={styles["alone"]}>{t("group.alone")}</p>}
      {blocked !== undefined && (
        <Blocked
          onHear={() => {
            blocked();
            setBlocked(undefined);
          }}
        />
      )}
    </div>
  );
}
