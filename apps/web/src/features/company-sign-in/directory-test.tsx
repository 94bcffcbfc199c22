import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { DirectoryTest, LdapDirectory } from "@veche/contracts";
import { useState } from "react";
import { Chip } from "../../platform/kit/chip.tsx";
import { notifyFailure } from "../../platform/kit/notify.ts";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import styles from "./company-sign-in.module.css";

function Verdict({ problems, found }: DirectoryTest) {
  const { t } = useTexts();
  if (problems.length === 0)
    return (
      <Chip tone="positive">
        {found === null
          ? t("company.testFine")
          : t("directory.found", { name: found })}
      </Chip>
    );
  return (
    <ul className={styles["problems"]}>
      {problems.map(({ field, problem, detail }) => (
        <li key={problem}>
          <strong>{t(`directory.${field}`)}</strong>{" "}
          {t(`directory.problem.${problem}`, { detail: detail ?? "" })}
        </li>
      ))}
    </ul>
  );
}

/** What keeps people from signing in, and which field mends it; somebody may be looked for by their login. */
export function DirectoryTestForm({
  directory,
}: {
  readonly directory: LdapDirectory;
}) {
  const texts = useTexts();
  const rest = useRest();
  const [login, setLogin] = useState("");
  const asked = login.trim().toLowerCase();
  const test = useMutation({
    mutationFn: () =>
      rest("testLdapDirectory", {
        params: { directoryId: directory.id },
        body: { login: asked === "" ? null : asked },
      }),
    onError: (failure) => notifyFailure(texts, failure),
  });
  return (
    <form
      className={`${styles["test"]} ${styles["asking"]}`}
      onSubmit={(event) => {
        event.preventDefault();
        test.mutate();
      }}
    >
      <TextInput
        label={texts.t("directory.testLogin")}
        autoCapitalize="none"
        spellCheck={false}
        value={login}
        onChange={({ currentTarget }) => setLogin(currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={test.isPending}>
        {texts.t("company.test")}
      </Button>
      <div role="status">
        {test.data !== undefined && <Verdict {...test.data} />}
      </div>
    </form>
  );
}
