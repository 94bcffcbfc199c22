import { Switch } from "@mantine/core";
import { useEffect, useState } from "react";
import type { PushState } from "../../offline/push-place.ts";
import { notifyFailure } from "../../platform/kit/notify.ts";
import { useServices } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";

/** Whether this browser is told with the application closed. The browser asks its person only after the press. */
export function PushSwitch({ onTurned }: { readonly onTurned: () => void }) {
  const texts = useTexts();
  const { rest, push } = useServices();
  const [state, setState] = useState<PushState>("absent");
  useEffect(() => {
    void push.state().then(setState);
  }, [push]);

  const turn = async (isOn: boolean) => {
    const params = { deviceId: push.deviceId() };
    if (isOn) {
      const { publicKey } = await rest("getPushKey", {});
      const body = await push.subscribe(publicKey);
      if (body !== undefined) await rest("subscribeDevice", { params, body });
    } else {
      await rest("unsubscribeDevice", { params });
      await push.unsubscribe();
    }
  };
  const change = (isOn: boolean) => {
    void turn(isOn)
      .catch((failure: unknown) => notifyFailure(texts, failure))
      .then(() => push.state())
      .then(setState)
      .then(onTurned);
  };
  return (
    <Switch
      checked={state === "on"}
      disabled={state === "absent" || state === "blocked"}
      label={texts.t("notify.push")}
      description={texts.t(`notify.push.${state}`)}
      onChange={(event) => change(event.currentTarget.checked)}
    />
  );
}
