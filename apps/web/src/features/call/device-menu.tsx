import { Menu, Tooltip } from "@mantine/core";
import type {
  Device,
  DeviceKind,
  Ladder,
  LocalMedia,
  LocalMediaSnapshot,
} from "@veche/call-client";
import { iconCheck, iconSettings } from "@veche/ui";
import { useState } from "react";
import { Icon } from "../../platform/kit/icon.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { TreatmentItems } from "./treatment-items.tsx";
import { EconomyItems } from "./economy-items.tsx";
import { deviceLists } from "./device-lists.ts";
import styles from "./control-bar.module.css";

interface DeviceMenuProps {
  readonly media: LocalMedia;
  readonly local: LocalMediaSnapshot;
  /** Absent: there is no line yet. */
  readonly ladder?: Ladder;
}

interface DeviceItemsProps {
  readonly kind: DeviceKind;
  readonly devices: readonly Device[];
  readonly chosen: string | null;
  readonly choose: LocalMedia["choose"];
}

function DeviceItems({ kind, devices, chosen, choose }: DeviceItemsProps) {
  const { t } = useTexts();
  return (
    <>
      <Menu.Label>{t(`device.${kind}`)}</Menu.Label>
      {devices.length === 0 && (
        <Menu.Item disabled>{t("device.none")}</Menu.Item>
      )}
      {devices.map(({ deviceId, label }, index) => (
        <Menu.Item
          key={deviceId}
          role="menuitemradio"
          aria-checked={deviceId === chosen}
          rightSection={
            deviceId === chosen && <Icon paths={iconCheck} size={16} />
          }
          onClick={() => void choose(kind, deviceId)}
        >
          {label === "" ? `${t(`device.${kind}`)} ${String(index + 1)}` : label}
        </Menu.Item>
      ))}
    </>
  );
}

/** Which microphone, camera and speaker, and what a weak line may take; a change takes effect in the call at once. */
export function DeviceMenu({ media, local, ladder }: DeviceMenuProps) {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <Menu
      opened={isOpen}
      onChange={setOpen}
      position="top-start"
      shadow="md"
      width={300}
      onOpen={() => void media.refreshDevices()}
    >
      <Menu.Target>
        <Tooltip label={t("call.devices")} disabled={isOpen}>
          <button
            type="button"
            className={styles["control"]}
            aria-label={t("call.devices")}
          >
            <Icon paths={iconSettings} size={22} />
          </button>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {deviceLists(local).map(({ kind, devices, chosen }) => (
          <DeviceItems
            key={kind}
            kind={kind}
            devices={devices}
            chosen={chosen}
            choose={media.choose}
          />
        ))}
        <TreatmentItems media={media} local={local} />
        {ladder !== undefined && <EconomyItems ladder={ladder} />}
      </Menu.Dropdown>
    </Menu>
  );
}
