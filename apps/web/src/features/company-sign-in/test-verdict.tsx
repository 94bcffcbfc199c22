import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { OidcProvider, ProviderTest } from "@veche/contracts";
import { Chip } from "../../platform/kit/chip.tsx";
import { notifyFailure } from "../../platform/kit/notify.ts";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import styles from "./company-sign-in.module.css";

function Verdict({ problems }: ProviderTest) {
  const { t } = useTexts();
  if (problems.length === 0)
    return <Chip tone="positive">{t("company.testFine")}</Chip>;
  return (
    <ul className={styles["problems"]}>
      {problems.map(({ field, problem, detail }) => (
        <li key={`${problem} ${detail}`}>
          <strong>{t(`company.${field}`)}</strong>{" "}
          {t(`company.problem.${problem}`, { detail: detail ?? "" })}
        </li>
      ))}
    </ul>
  );
}

/** What keeps people from signing in, and which field mends it. */
export function TestVerdict({ provider }: { readonly provider: OidcProvider }) {
  const texts = useTexts();
  const rest = useRest();
  const test = useMutation({
    mutationFn: () =>
      rest("testOidcProvider", { params: { providerId: provider.id } }),
    onError: (failure) => notifyFailure(texts, failure),
  });
  return (
    <div className={styles["test"]}>
      <Button
        variant="default"
        loading={test.isPending}
        onClick={() => test.mutate()}
      >
        {texts.t("company.test")}
      </Button>
      <div role="status">
        {test.data !== undefined && <Verdict {...test.data} />}
      </div>
    </div>
  );
}
