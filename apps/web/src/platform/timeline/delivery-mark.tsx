import { iconAlertCircle, iconCheck, iconChecks, iconClock } from "@veche/ui";
import { Icon } from "../kit/icon.tsx";
import { useTexts } from "../texts/texts.tsx";
import type { Delivery } from "./delivery.ts";
import styles from "./delivery-mark.module.css";

const icons = {
  waiting: iconClock,
  sent: iconCheck,
  delivered: iconChecks,
  read: iconChecks,
  refused: iconAlertCircle,
} as const;

/** How far a message has come, in a mark and in words. */
export function DeliveryMark({ delivery }: { readonly delivery: Delivery }) {
  const { t } = useTexts();
  const words = t(`message.${delivery.kind}`);
  return (
    <span
      className={styles["delivery"]}
      data-kind={delivery.kind}
      title={words}
    >
      <Icon paths={icons[delivery.kind]} size={15} />
      <span className="visually-hidden">{words}</span>
    </span>
  );
}
