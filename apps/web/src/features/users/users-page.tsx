import { Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { User } from "@veche/contracts";
import { iconPlus, iconSearch, iconUsers } from "@veche/ui";
import { useState } from "react";
import { EmptyState } from "../../platform/kit/empty-state.tsx";
import { Icon } from "../../platform/kit/icon.tsx";
import { Loaded } from "../../platform/kit/loaded.tsx";
import { Page, Pane } from "../../platform/kit/page.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { matches } from "./user-draft.ts";
import { usersKey } from "./users-key.ts";
import { UserForm } from "./user-form.tsx";
import { UserTable } from "./user-table.tsx";
import styles from "./users.module.css";

type Edited =
  { readonly kind: "new" } | { readonly kind: "old"; readonly user: User };

interface FoundProps {
  readonly text: string;
  readonly onEdit: (user: User) => void;
}

/** The users that fit what is typed. */
function Found({ text, onEdit }: FoundProps) {
  const { t } = useTexts();
  const rest = useRest();
  const query = useQuery({
    queryKey: usersKey,
    queryFn: ({ signal }) => rest("listUsers", { signal }),
  });
  return (
    <Loaded query={query}>
      {({ users }) => {
        const shown = users.filter((user) => matches(user, text));
        if (shown.length > 0)
          return <UserTable users={shown} onEdit={onEdit} />;
        return (
          <EmptyState
            icon={iconUsers}
            title={t("users.empty")}
            advice={t("users.emptyAdvice")}
          />
        );
      }}
    </Loaded>
  );
}

export function UsersPage() {
  const { t } = useTexts();
  const [text, setText] = useState("");
  const [edited, setEdited] = useState<Edited>();
  const add = (
    <Button
      leftSection={<Icon paths={iconPlus} size={18} />}
      onClick={() => setEdited({ kind: "new" })}
    >
      {t("users.add")}
    </Button>
  );
  return (
    <Page title={t("users.title")} lead={t("users.lead")} actions={add}>
      <TextInput
        className={styles["find"]}
        aria-label={t("users.find")}
        placeholder={t("users.find")}
        leftSection={<Icon paths={iconSearch} size={18} />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Pane>
        <Found
          text={text}
          onEdit={(user) => setEdited({ kind: "old", user })}
        />
      </Pane>
      {edited !== undefined && (
        <UserForm
          user={edited.kind === "old" ? edited.user : undefined}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Page>
  );
}
