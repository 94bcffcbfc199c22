import { Button } from "@mantine/core";
import type { EndpointPart, scimTokenEndpoints } from "@veche/contracts";
import { Table } from "../../platform/kit/table.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import styles from "./provisioning.module.css";

export type ScimKey = EndpointPart<
  typeof scimTokenEndpoints.listScimTokens,
  "response"
>["items"][number];

interface KeyTableProps {
  readonly keys: readonly ScimKey[];
  readonly onRevoke: (key: ScimKey) => void;
}

export function KeyTable({ keys, onRevoke }: KeyTableProps) {
  const { t, dateTime } = useTexts();
  const columns = [
    { key: "name", title: t("scim.name") },
    { key: "made", title: t("scim.made") },
    { key: "used", title: t("scim.used") },
    {
      key: "revoke",
      title: <span className="visually-hidden">{t("scim.revoke")}</span>,
    },
  ];
  return (
    <Table name={t("scim.keys")} columns={columns}>
      {keys.map((key) => (
        <tr key={key.id}>
          <td>{key.name}</td>
          <td>{dateTime(key.createdAt)}</td>
          <td>
            {key.lastUsedAt === null
              ? t("scim.neverUsed")
              : dateTime(key.lastUsedAt)}
          </td>
          <td className={styles["end"]}>
            <Button
              variant="light"
              color="red"
              size="compact-sm"
              aria-label={t("scim.revokeOf", { name: key.name })}
              onClick={() => onRevoke(key)}
            >
              {t("scim.revoke")}
            </Button>
          </td>
        </tr>
      ))}
    </Table>
  );
}
