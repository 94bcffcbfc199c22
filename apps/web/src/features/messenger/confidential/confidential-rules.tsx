import { Checkbox, NativeSelect, Switch } from "@mantine/core";
import {
  deviceClasses,
  type Confidentiality,
  type Conversation,
  type DeviceClass,
} from "@veche/contracts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import details from "../details/details.module.css";
import { mayModerate } from "../message/message-actions.ts";
import { useMessenger } from "../messenger-context.tsx";
import { useDoing } from "../use-doing.ts";
import { lifetimesMs, lifetimeWords, rulesWords } from "./rules-words.ts";
import { useDevice } from "./use-device.ts";
import styles from "./confidential.module.css";

interface RulesProps {
  readonly confidentiality: Confidentiality;
  readonly onChange: (to: Confidentiality) => void;
}

function Lifetime({ confidentiality, onChange }: RulesProps) {
  const texts = useTexts();
  const { messageLifetimeMs } = confidentiality;
  const offered = lifetimesMs.some((one) => one === messageLifetimeMs)
    ? lifetimesMs
    : [...lifetimesMs, messageLifetimeMs];
  return (
    <NativeSelect
      label={texts.t("confidential.lifetime")}
      value={String(messageLifetimeMs)}
      data={offered.map((one) => ({
        value: String(one),
        label: lifetimeWords(texts, one),
      }))}
      onChange={({ currentTarget: { value } }) =>
        onChange({
          ...confidentiality,
          messageLifetimeMs: value === "null" ? null : Number(value),
        })
      }
    />
  );
}

function Devices({ confidentiality, onChange }: RulesProps) {
  const { t } = useTexts();
  const mine = useDevice();
  const { allowedDevices } = confidentiality;
  const without = (device: DeviceClass) =>
    allowedDevices.filter((one) => one !== device);
  return (
    <fieldset className={styles["devices"]}>
      <legend>{t("confidential.devices")}</legend>
      {deviceClasses.map((device) => {
        const isAllowed = allowedDevices.includes(device);
        return (
          <Checkbox
            key={device}
            label={t(`device.${device}`)}
            {...(device === mine
              ? { description: t("confidential.thisDevice") }
              : {})}
            checked={isAllowed}
            disabled={isAllowed && allowedDevices.length === 1}
            onChange={() =>
              onChange({
                ...confidentiality,
                allowedDevices: isAllowed
                  ? without(device)
                  : [...allowedDevices, device],
              })
            }
          />
        );
      })}
    </fieldset>
  );
}

function ModeSwitch({
  isOn,
  onChange,
}: {
  readonly isOn: boolean;
  readonly onChange: (to: Confidentiality | null) => void;
}) {
  const { t } = useTexts();
  const start = {
    messageLifetimeMs: null,
    allowedDevices: [...deviceClasses],
  };
  return (
    <Switch
      label={t("confidential.on")}
      description={t("details.confidentialAbout")}
      checked={isOn}
      onChange={() => onChange(isOn ? null : start)}
    />
  );
}

/** Confidential mode with its rules: for whoever may change them, for the others in words. */
export function ConfidentialRules({
  conversation,
}: {
  readonly conversation: Conversation;
}) {
  const texts = useTexts();
  const { t } = texts;
  const { asks } = useMessenger();
  const doing = useDoing();
  const { id, kind, confidentiality } = conversation;
  const mayConfide =
    kind === "direct" ? conversation.mine !== null : mayModerate(conversation);
  const change = (to: Confidentiality | null) =>
    doing(asks.update(id, { confidentiality: to }));
  if (!mayConfide && confidentiality === null) return null;
  return (
    <section className={details["part"]} aria-label={t("details.confidential")}>
      <h3>{t("details.confidential")}</h3>
      {mayConfide ? (
        <div className={details["switches"]}>
          <ModeSwitch isOn={confidentiality !== null} onChange={change} />
          {confidentiality !== null && (
            <>
              <Lifetime confidentiality={confidentiality} onChange={change} />
              <Devices confidentiality={confidentiality} onChange={change} />
            </>
          )}
        </div>
      ) : (
        confidentiality !== null && (
          <p className={details["quiet"]}>
            {rulesWords(texts, confidentiality)}
          </p>
        )
      )}
    </section>
  );
}
