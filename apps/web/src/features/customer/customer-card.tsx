import type { Customer } from "@veche/contracts";
import { Chip } from "../../platform/kit/chip.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { customerFacts } from "./customer-facts.ts";
import { SafeLink } from "./safe-link.tsx";
import styles from "./customer.module.css";

/** Who the customer is, where they are now, and what the company's site told of them. */
export function CustomerCard({ customer }: { readonly customer: Customer }) {
  const texts = useTexts();
  const { t } = texts;
  const attributes = Object.entries(customer.attributes);
  return (
    <div className={styles["card"]}>
      <div className={styles["head"]}>
        <h3 className={styles["name"]}>{customer.name}</h3>
        <Chip tone={customer.isOnline ? "positive" : "quiet"}>
          {t(customer.isOnline ? "customer.online" : "customer.offline")}
        </Chip>
      </div>
      <dl className={styles["facts"]}>
        {customerFacts(texts, customer).map(({ name, value, href }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {href === undefined ? (
                value
              ) : (
                <SafeLink href={href}>{value}</SafeLink>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {attributes.length > 0 && (
        <>
          <h4 className={styles["subtitle"]}>{t("customer.data")}</h4>
          <dl className={styles["facts"]}>
            {attributes.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </div>
  );
}
