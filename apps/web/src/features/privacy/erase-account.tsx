import { Button, Select, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { User } from "@veche/contracts";
import { useState } from "react";
import { notifyDone, notifyFailure } from "../../platform/kit/notify.ts";
import { useMe } from "../../platform/me.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { accountsKey } from "./privacy-keys.ts";
import styles from "./privacy.module.css";

/** Erased accounts keep a login of their own kind: there is nothing more to delete of them. */
const isErased = ({ login }: User): boolean => login.startsWith("erased-");

function useErasing(onDone: () => void) {
  const texts = useTexts();
  const rest = useRest();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (user: User) =>
      rest("eraseUser", { params: { userId: user.id } }),
    onSuccess: async () => {
      notifyDone(texts, texts.t("privacy.erased"));
      onDone();
      await client.invalidateQueries();
    },
    onError: (failure) => notifyFailure(texts, failure),
  });
}

function Confirmation({ user, onDone }: ConfirmationProps) {
  const { t } = useTexts();
  const [typed, setTyped] = useState("");
  const erasing = useErasing(onDone);
  return (
    <>
      <TextInput
        className={styles["field"]}
        label={t("privacy.eraseConfirm", { login: user.login })}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button
        color="red"
        disabled={typed !== user.login}
        loading={erasing.isPending}
        onClick={() => erasing.mutate(user)}
      >
        {t("privacy.erase")}
      </Button>
    </>
  );
}

interface ConfirmationProps {
  readonly user: User;
  readonly onDone: () => void;
}

/** Deletes somebody's account, after its login was typed once more. */
export function EraseAccount() {
  const { t } = useTexts();
  const rest = useRest();
  const me = useMe();
  const [userId, setUserId] = useState<string | null>(null);
  const { data } = useQuery({
    queryKey: accountsKey,
    queryFn: ({ signal }) => rest("listUsers", { signal }),
  });
  const users = (data?.users ?? []).filter(
    (user) => user.id !== me.id && !isErased(user),
  );
  const chosen = users.find(({ id }) => id === userId);
  return (
    <div className={styles["form"]}>
      <p className={styles["about"]}>{t("privacy.eraseAbout")}</p>
      <Select
        className={styles["field"]}
        label={t("privacy.eraseWhom")}
        placeholder={t("privacy.eraseChoose")}
        searchable
        data={users.map(({ id, name, login }) => ({
          value: id,
          label: `${name} (${login})`,
        }))}
        value={userId}
        onChange={setUserId}
      />
      {chosen !== undefined && (
        <Confirmation
          key={chosen.id}
          user={chosen}
          onDone={() => setUserId(null)}
        />
      )}
    </div>
  );
}
