import { Button, PasswordInput, TextInput } from "@mantine/core";
import type { GuestDoor, GuestEntrance } from "@veche/contracts";
import { useState, type SubmitEvent } from "react";
import { failureWords } from "../../platform/texts/failure-words.ts";
import { useTexts } from "../../platform/texts/texts.tsx";
import styles from "./guest.module.css";

interface DoorFormProps {
  readonly door: GuestDoor;
  /** Why the last try did not succeed. */
  readonly failure: unknown;
  readonly isBusy: boolean;
  readonly onEnter: (entrance: Omit<GuestEntrance, "language">) => void;
}

const fieldOf = (form: HTMLFormElement, name: string): string => {
  const value = new FormData(form).get(name);
  return typeof value === "string" ? value : "";
};

/** Who comes, and the password where the conference has one. */
export function DoorForm({ door, failure, isBusy, onEnter }: DoorFormProps) {
  const texts = useTexts();
  const { t } = texts;
  const [isNameless, setNameless] = useState(false);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = fieldOf(event.currentTarget, "name").trim();
    const password = fieldOf(event.currentTarget, "password");
    setNameless(name === "");
    if (name !== "")
      onEnter({ name, ...(door.hasPassword && password && { password }) });
  };
  return (
    <form className={styles["form"]} onSubmit={submit} noValidate>
      {failure !== null && (
        <div role="alert">
          <p>{failureWords(texts, failure).happened}</p>
          <p className={styles["quiet"]}>
            {failureWords(texts, failure).advice}
          </p>
        </div>
      )}
      <TextInput
        name="name"
        size="md"
        label={t("guest.name")}
        maxLength={120}
        autoComplete="name"
        error={isNameless && t("guest.nameMissing")}
      />
      {door.hasPassword && (
        <PasswordInput
          name="password"
          size="md"
          label={t("guest.password")}
          maxLength={72}
          autoComplete="off"
        />
      )}
      <Button type="submit" size="md" fullWidth loading={isBusy}>
        {t("guest.enter")}
      </Button>
    </form>
  );
}
