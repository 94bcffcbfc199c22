import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import {
  securityStates,
  type SecurityCheck,
  type SecurityFinding,
  type SecurityState,
} from "@veche/contracts";
import { iconRefresh, iconShieldLock } from "@veche/ui";
import type { ReactNode } from "react";
import { EmptyState } from "../../platform/kit/empty-state.tsx";
import { Icon } from "../../platform/kit/icon.tsx";
import { Loaded } from "../../platform/kit/loaded.tsx";
import { Page, Pane } from "../../platform/kit/page.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { CheckRow } from "./check-row.tsx";
import styles from "./security-check.module.css";

/** The page on which a finding is mended. */
type WayTo = (finding: SecurityFinding) => ReactNode;

interface ChecksProps {
  readonly checks: readonly SecurityCheck[];
  readonly wayTo: WayTo;
}

const CheckList = ({ checks, wayTo }: ChecksProps) => (
  <ul className={styles["list"]}>
    {checks.map((check) => (
      <CheckRow key={check.id} check={check} way={wayTo(check.finding)} />
    ))}
  </ul>
);

/** What is wrong stands open, the worst first; what is right is folded. */
function Checks({ checks, wayTo }: ChecksProps) {
  const { t } = useTexts();
  const of = (state: SecurityState) =>
    checks.filter((check) => check.state === state);
  const good = of("ok");
  return (
    <>
      {good.length === checks.length && (
        <Pane>
          <EmptyState
            icon={iconShieldLock}
            title={t("security.allGood")}
            advice={t("security.allGoodAdvice")}
          />
        </Pane>
      )}
      {securityStates.map((state) => {
        const found = of(state);
        return state === "ok" || found.length === 0 ? null : (
          <Pane key={state} title={t(`security.${state}`)}>
            <CheckList checks={found} wayTo={wayTo} />
          </Pane>
        );
      })}
      {good.length > 0 && (
        <Pane>
          <details className={styles["good"]}>
            <summary>{t("security.ok", { count: good.length })}</summary>
            <CheckList checks={good} wayTo={wayTo} />
          </details>
        </Pane>
      )}
    </>
  );
}

/** How safe the installation is, and the line that mends each thing that is not. */
export function SecurityPage({ wayTo }: { readonly wayTo: WayTo }) {
  const { t, dateTime } = useTexts();
  const rest = useRest();
  const query = useQuery({
    queryKey: ["security-check"],
    queryFn: ({ signal }) => rest("checkSecurity", { signal }),
  });
  return (
    <Page
      title={t("security.title")}
      lead={t("security.lead")}
      actions={
        <Button
          variant="default"
          leftSection={<Icon paths={iconRefresh} size={18} />}
          loading={query.isFetching}
          onClick={() => void query.refetch()}
        >
          {t("security.again")}
        </Button>
      }
    >
      <p className={styles["checkedAt"]} role="status">
        {query.data !== undefined &&
          t("security.checkedAt", { at: dateTime(query.data.checkedAt) })}
      </p>
      <Loaded query={query}>
        {({ checks }) => <Checks checks={checks} wayTo={wayTo} />}
      </Loaded>
    </Page>
  );
}
