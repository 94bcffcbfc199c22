import { Menu, UnstyledButton } from "@mantine/core";
import type { OperatorStatus, RequestableState } from "@veche/contracts";
import { iconChevronDown } from "@veche/ui";
import { Dot } from "../../platform/kit/chip.tsx";
import { Icon } from "../../platform/kit/icon.tsx";
import { notifyFailure } from "../../platform/kit/notify.ts";
import { useTexts } from "../../platform/texts/texts.tsx";
import {
  breakReasons,
  breakWords,
} from "../../platform/operators/break-reasons.ts";
import { stateTones } from "../../platform/operators/state-tones.ts";
import type { Desk } from "./desk.ts";
import { Since } from "./since.tsx";
import { isBusy } from "./is-busy.ts";
import styles from "./desk.module.css";

interface StateSwitchProps {
  readonly status: OperatorStatus;
  readonly setState: Desk["setState"];
}

function StateItems({ status, setState }: StateSwitchProps) {
  const texts = useTexts();
  const { t } = texts;
  const choose = (state: RequestableState, reason: string | null) =>
    void setState(state, reason).catch((failure: unknown) =>
      notifyFailure(texts, failure),
    );
  return (
    <>
      <Menu.Label>
        {t(isBusy(status.state) ? "operator.afterThis" : "operator.now")}
      </Menu.Label>
      <Menu.Item
        leftSection={<Dot tone="positive" />}
        onClick={() => choose("available", null)}
      >
        {t("operator.available")}
      </Menu.Item>
      <Menu.Item
        leftSection={<Dot tone="quiet" />}
        onClick={() => choose("offline", null)}
      >
        {t("operator.offline")}
      </Menu.Item>
      <Menu.Divider />
      <Menu.Label>{t("operator.break")}</Menu.Label>
      {breakReasons.map((reason) => (
        <Menu.Item
          key={reason}
          leftSection={<Dot tone="caution" />}
          onClick={() => choose("break", reason)}
        >
          {t(`break.${reason}`)}
        </Menu.Item>
      ))}
    </>
  );
}

/** My one visible state, and the wish for what follows it. */
export function StateSwitch(props: StateSwitchProps) {
  const texts = useTexts();
  const { t } = texts;
  const { status } = props;
  const name =
    breakWords(texts, status.state === "break" ? status.breakReason : null) ??
    t(`operator.${status.state}`);
  const isWishPending =
    isBusy(status.state) && status.requestedState !== "available";
  return (
    <Menu width="target" position="bottom-start" shadow="md">
      <Menu.Target>
        <UnstyledButton
          className={styles["switch"]}
          data-tone={stateTones[status.state]}
        >
          <Dot tone={stateTones[status.state]} />
          <span className="visually-hidden">{t("operator.change")}</span>
          <span className={styles["stateWords"]}>
            <span className={styles["stateName"]}>{name}</span>
            <span className={styles["stateDetail"]}>
              {isWishPending ? (
                t("operator.next", {
                  state: t(`operator.${status.requestedState}`),
                })
              ) : (
                <Since at={status.since} />
              )}
            </span>
          </span>
          <Icon paths={iconChevronDown} size={18} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <StateItems {...props} />
      </Menu.Dropdown>
    </Menu>
  );
}
