import { Button } from "@mantine/core";
import type { PushDevice } from "@veche/contracts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { iconDeviceDesktop } from "@veche/ui";
import { Chip } from "../../platform/kit/chip.tsx";
import { Icon } from "../../platform/kit/icon.tsx";
import { Loaded } from "../../platform/kit/loaded.tsx";
import {
  notifyDone,
  notifyFailure,
  notifyWarning,
} from "../../platform/kit/notify.ts";
import { useRest, useServices } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { PushSwitch } from "./push-switch.tsx";
import styles from "./notifications.module.css";

const devicesKey = ["push-devices"] as const;

/** What can be done with a device. */
function useDevice({ deviceId }: PushDevice) {
  const texts = useTexts();
  const { t } = texts;
  const rest = useRest();
  const { push } = useServices();
  const queries = useQueryClient();
  const params = { deviceId };
  const isHere = push.deviceId() === deviceId;
  const onError = (failure: unknown) => notifyFailure(texts, failure);
  const onSettled = () => queries.invalidateQueries({ queryKey: devicesKey });
  const test = useMutation({
    mutationFn: () => rest("testDevice", { params }),
    onSuccess: ({ outcome }) => {
      const words = t(`notify.tested.${outcome}`);
      if (outcome === "sent") notifyDone(texts, words);
      else notifyWarning(texts, words);
    },
    onError,
    onSettled,
  });
  const remove = useMutation({
    mutationFn: async () => {
      await rest("unsubscribeDevice", { params });
      if (isHere) await push.unsubscribe();
    },
    onError,
    onSettled,
  });
  return { isHere, test, remove };
}

function DeviceLine({ device }: { readonly device: PushDevice }) {
  const texts = useTexts();
  const { t } = texts;
  const { isHere, test, remove } = useDevice(device);
  return (
    <li className={styles["device"]}>
      <Icon paths={iconDeviceDesktop} size={22} />
      <div className={styles["grow"]}>
        <p className={styles["name"]}>
          {device.device} {isHere && <Chip>{t("notify.thisDevice")}</Chip>}
        </p>
        <p className={styles["quiet"]}>
          {t("notify.since", { when: texts.dateTime(device.subscribedAt) })}
        </p>
      </div>
      <Button
        variant="default"
        size="compact-sm"
        loading={test.isPending}
        onClick={() => test.mutate()}
      >
        {t("notify.test")}
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        loading={remove.isPending}
        aria-label={t("notify.removeDevice", { device: device.device })}
        onClick={() => remove.mutate()}
      >
        {t("notify.remove")}
      </Button>
    </li>
  );
}

/** Browsers that are told with the application closed. */
export function Devices() {
  const { t } = useTexts();
  const rest = useRest();
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: devicesKey,
    queryFn: ({ signal }) => rest("listPushDevices", { signal }),
  });
  return (
    <div className={styles["form"]}>
      <PushSwitch
        key={query.dataUpdatedAt}
        onTurned={() =>
          void queries.invalidateQueries({ queryKey: devicesKey })
        }
      />
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={styles["quiet"]}>{t("notify.noDevices")}</p>
          ) : (
            <ul className={styles["devices"]}>
              {items.map((device) => (
                <DeviceLine key={device.deviceId} device={device} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </div>
  );
}
