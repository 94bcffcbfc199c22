import { Button } from "@mantine/core";
import type { OrderToMe } from "@veche/call-client";
import { useStore } from "../../../platform/store/use-store.ts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import type { Stay } from "../call-place-state.ts";
import styles from "./floor.module.css";

/** What those who keep order wanted of me: it was put out here, or it is asked whether I put it on. */
export function OrderStrip({ stay }: { readonly stay: Stay }) {
  const { order } = useStore(stay.floor.state);
  if (order === null) return null;
  return (
    <div className={styles["strip"]} role="alert">
      <Words order={order} />
      {order.kind === "asked" ? (
        <Answer stay={stay} order={order} />
      ) : (
        <Forget stay={stay} words="floor.understood" />
      )}
    </div>
  );
}

function Words({ order }: { readonly order: OrderToMe }) {
  const { t } = useTexts();
  if (order.kind === "asked")
    return <p>{t(`floor.asked.${order.source}`, { name: order.byName })}</p>;
  return (
    <p>
      {order.sources.map((source) => t(`floor.silenced.${source}`)).join(" ")}
    </p>
  );
}

interface AnswerProps {
  readonly stay: Stay;
  readonly order: Extract<OrderToMe, { readonly kind: "asked" }>;
}

function Answer({ stay, order: { source } }: AnswerProps) {
  const { t } = useTexts();
  const putOn = () => {
    void stay.media.turnOn(source);
    stay.floor.forgetOrder();
  };
  return (
    <>
      <Button size="compact-sm" onClick={putOn}>
        {t(`floor.putOn.${source}`)}
      </Button>
      <Forget stay={stay} words="floor.notNow" />
    </>
  );
}

function Forget({
  stay,
  words,
}: {
  readonly stay: Stay;
  readonly words: "floor.notNow" | "floor.understood";
}) {
  const { t } = useTexts();
  return (
    <Button
      size="compact-sm"
      variant="default"
      onClick={stay.floor.forgetOrder}
    >
      {t(words)}
    </Button>
  );
}
