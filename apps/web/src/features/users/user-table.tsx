import { ActionIcon } from "@mantine/core";
import type { User } from "@veche/contracts";
import { iconPencil } from "@veche/ui";
import { Chip } from "../../platform/kit/chip.tsx";
import { Icon } from "../../platform/kit/icon.tsx";
import { PersonCell } from "../../platform/kit/person-cell.tsx";
import { Table } from "../../platform/kit/table.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import styles from "./users.module.css";

interface UserTableProps {
  readonly users: readonly User[];
  readonly onEdit: (user: User) => void;
}

type UserRowProps = Pick<UserTableProps, "onEdit"> & { readonly user: User };

function UserRow({ user, onEdit }: UserRowProps) {
  const { t } = useTexts();
  return (
    <tr>
      <td>
        <PersonCell name={user.name} personId={user.id} detail={user.login} />
      </td>
      <td>
        <span className={styles["chips"]}>
          {user.roles.map((role) => (
            <Chip key={role} tone={role === "employee" ? "quiet" : "accent"}>
              {t(`role.${role}`)}
            </Chip>
          ))}
        </span>
      </td>
      <td>
        {user.disabledAt === null ? (
          <Chip tone="positive">{t("users.active")}</Chip>
        ) : (
          <Chip tone="danger">{t("users.disabled")}</Chip>
        )}
      </td>
      <td className={styles["edit"]}>
        <ActionIcon
          variant="subtle"
          size="lg"
          aria-label={t("users.edit", { name: user.name })}
          onClick={() => onEdit(user)}
        >
          <Icon paths={iconPencil} size={18} />
        </ActionIcon>
      </td>
    </tr>
  );
}

export function UserTable({ users, onEdit }: UserTableProps) {
  const { t } = useTexts();
  const columns = [
    { key: "name", title: t("users.name") },
    { key: "roles", title: t("users.roles") },
    { key: "state", title: t("users.state") },
    {
      key: "edit",
      title: <span className="visually-hidden">{t("users.editColumn")}</span>,
    },
  ];
  return (
    <Table name={t("users.title")} columns={columns}>
      {users.map((user) => (
        <UserRow key={user.id} user={user} onEdit={onEdit} />
      ))}
    </Table>
  );
}
