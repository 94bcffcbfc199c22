import type { ServiceRequest } from "@veche/contracts";
import { useServerNow } from "../../platform/server-now.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import styles from "./incoming.module.css";

/** As many of the site's data as fit the eye before one says hello. */
const shownAttributes = 4;

function Caller({ request }: { readonly request: ServiceRequest }) {
  const { t, clock } = useTexts();
  const now = useServerNow();
  const { customer, queueName, createdAt } = request;
  return (
    <>
      <p className={styles["name"]}>{customer.name}</p>
      {queueName !== null && (
        <p className={styles["id"]}>
          {t("incoming.queue", { name: queueName })}
        </p>
      )}
      <p className={styles["id"]}>
        {customer.externalId ?? t("incoming.anonymous")} ·{" "}
        {t("incoming.waited", { time: clock(now - Date.parse(createdAt)) })}
      </p>
    </>
  );
}

/** What one wants to know before saying hello. */
export function OfferFacts({ request }: { readonly request: ServiceRequest }) {
  const { t } = useTexts();
  const { customer } = request;
  const attributes = Object.entries(customer.attributes).slice(
    0,
    shownAttributes,
  );
  const page = customer.pageTitle ?? customer.pageUrl;
  return (
    <>
      <Caller request={request} />
      {request.transfer !== null && (
        <div className={styles["transfer"]}>
          <p>
            {t("transfer.from", { name: request.transfer.fromOperatorName })}
          </p>
          {request.transfer.note !== null && <p>{request.transfer.note}</p>}
        </div>
      )}
      {!customer.isOnline && (
        <p className={styles["away"]}>{t("incoming.away")}</p>
      )}
      <dl className={styles["facts"]}>
        {attributes.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {page !== null && (
          <div>
            <dt>{t("incoming.page")}</dt>
            <dd>{page}</dd>
          </div>
        )}
      </dl>
    </>
  );
}
