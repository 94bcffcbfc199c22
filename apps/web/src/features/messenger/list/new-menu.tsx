import { Menu } from "@mantine/core";
import { iconSearch, iconUser, iconUsers, type IconPaths } from "@veche/ui";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { newKinds, type NewKind } from "../dialogs/dialog-kind.ts";
import { iconHash } from "../icons.ts";
import { PlacedMenu, type MenuSpot } from "../placed-menu.tsx";

const icons: Readonly<Record<NewKind, IconPaths>> = {
  direct: iconUser,
  group: iconUsers,
  channel: iconHash,
  browse: iconSearch,
};

interface NewMenuProps {
  readonly spot: MenuSpot;
  readonly onChoose: (kind: NewKind) => void;
  readonly onClose: () => void;
}

/** Whom to write to, and what to make. */
export function NewMenu({ spot, onChoose, onClose }: NewMenuProps) {
  const { t } = useTexts();
  return (
    <PlacedMenu spot={spot} onClose={onClose}>
      {newKinds.map((kind) => (
        <Menu.Item
          key={kind}
          leftSection={<Icon paths={icons[kind]} size={16} />}
          onClick={() => onChoose(kind)}
        >
          {t(`new.${kind}`)}
        </Menu.Item>
      ))}
    </PlacedMenu>
  );
}
