import { Button, Checkbox, PasswordInput, TextInput } from "@mantine/core";
import type { Role, User } from "@veche/contracts";
import { useState } from "react";
import { DialogForm } from "../../platform/kit/dialog-form.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { FactorReset } from "./factor-reset.tsx";
import { useUserForm } from "./use-user-form.ts";
import styles from "./users.module.css";

interface UserFormProps {
  /** Undefined: a new user. */
  readonly user: User | undefined;
  readonly onClose: () => void;
}

type Form = ReturnType<typeof useUserForm>;

const allRoles: readonly Role[] = [
  "admin",
  "supervisor",
  "operator",
  "employee",
];

function RoleBoxes({ form }: { readonly form: Form }) {
  const { t } = useTexts();
  return (
    <Checkbox.Group
      label={t("users.roles")}
      value={[...form.draft.roles]}
      error={form.errors.roles}
      onChange={(roles) =>
        form.change({ roles: allRoles.filter((role) => roles.includes(role)) })
      }
    >
      <div className={styles["roles"]}>
        {allRoles.map((role) => (
          <Checkbox
            key={role}
            value={role}
            disabled={role === "employee"}
            label={t(`role.${role}`)}
            description={t(`role.${role}.about`)}
          />
        ))}
      </div>
    </Checkbox.Group>
  );
}

function StateButton({
  user,
  form,
}: {
  readonly user: User;
  readonly form: Form;
}) {
  const { t } = useTexts();
  const isActive = user.disabledAt === null;
  return (
    <Button
      variant="light"
      {...(isActive ? { color: "red" } : {})}
      title={t("users.disableHint")}
      loading={form.switchState.isPending}
      onClick={() => form.switchState.mutate(user)}
    >
      {t(isActive ? "users.disable" : "users.enable")}
    </Button>
  );
}

interface PartProps {
  readonly form: Form;
  readonly user: User | undefined;
}

function Fields({ form, user }: PartProps) {
  const { t } = useTexts();
  const { draft, errors, change } = form;
  return (
    <>
      <TextInput
        label={t("users.name")}
        data-autofocus
        value={draft.name}
        error={errors.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t("users.login")}
        description={user === undefined ? t("users.loginHint") : undefined}
        readOnly={user !== undefined}
        autoComplete="off"
        value={draft.login}
        error={errors.login}
        onChange={(event) => change({ login: event.currentTarget.value })}
      />
      <PasswordInput
        label={t(user === undefined ? "users.password" : "users.newPassword")}
        description={t(
          user === undefined ? "users.passwordHint" : "users.newPasswordHint",
        )}
        autoComplete="new-password"
        value={draft.password}
        error={errors.password}
        onChange={(event) => change({ password: event.currentTarget.value })}
      />
    </>
  );
}

export function UserForm({ user, onClose }: UserFormProps) {
  const { t } = useTexts();
  const form = useUserForm(user, onClose);
  const [isResetting, setResetting] = useState(false);
  return (
    <>
      <DialogForm
        title={user === undefined ? t("users.add") : user.name}
        words={t(user === undefined ? "users.create" : "action.save")}
        aside={user !== undefined && <StateButton user={user} form={form} />}
        isBusy={form.isSaving}
        onClose={onClose}
        onSubmit={form.submit}
      >
        <Fields form={form} user={user} />
        <RoleBoxes form={form} />
        {user !== undefined && (
          <Button variant="default" onClick={() => setResetting(true)}>
            {t("factor.reset")}
          </Button>
        )}
      </DialogForm>
      {user !== undefined && isResetting && (
        <FactorReset user={user} onClose={() => setResetting(false)} />
      )}
    </>
  );
}
