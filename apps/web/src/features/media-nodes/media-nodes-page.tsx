import { Switch } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { MediaNode } from "@veche/contracts";
import { iconDevices } from "@veche/ui";
import { Chip } from "../../platform/kit/chip.tsx";
import { EmptyState } from "../../platform/kit/empty-state.tsx";
import { Loaded } from "../../platform/kit/loaded.tsx";
import { notifyFailure } from "../../platform/kit/notify.ts";
import { Page, Pane } from "../../platform/kit/page.tsx";
import { Table } from "../../platform/kit/table.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import styles from "./media-nodes.module.css";

const key = ["media-nodes"];
const againEveryMs = 5_000;

type DrainOrder = Pick<MediaNode, "isDraining" | "name">;

interface NodeRowProps {
  readonly node: MediaNode;
  /** No other takes new calls. */
  readonly isLast: boolean;
  readonly isSaving: boolean;
  readonly onDrain: (isDraining: boolean) => void;
}

function NodeRow({ node, isLast, isSaving, onDrain }: NodeRowProps) {
  const { t, number } = useTexts();
  const name = node.isOwn ? t("mediaNodes.own") : node.name;
  return (
    <tr>
      <td>{name}</td>
      <td>
        <Chip tone={node.state === "up" ? "positive" : "danger"}>
          {t(`mediaNodes.${node.state}`)}
        </Chip>
        {node.fault !== null && (
          <span className={styles["fault"]}>
            {t(`mediaNodes.fault.${node.fault}`)}
          </span>
        )}
      </td>
      <td>{number(node.rooms)}</td>
      <td>{number(node.seats)}</td>
      <td>
        <Switch
          label={t("mediaNodes.takesRooms")}
          aria-label={t("mediaNodes.takesRoomsAt", { name })}
          description={isLast ? t("mediaNodes.last") : undefined}
          checked={!node.isDraining}
          disabled={isSaving || isLast}
          onChange={() => onDrain(!node.isDraining)}
        />
      </td>
    </tr>
  );
}

interface NodeTableProps extends Pick<NodeRowProps, "isSaving"> {
  readonly nodes: readonly MediaNode[];
  readonly onDrain: (order: DrainOrder) => void;
}

function NodeTable({ nodes, isSaving, onDrain }: NodeTableProps) {
  const { t } = useTexts();
  const columns = (
    ["name", "state", "rooms", "seats", "newRooms"] as const
  ).map((column) => ({ key: column, title: t(`mediaNodes.${column}`) }));
  const taking = nodes.filter(
    ({ isDraining, state }) => !isDraining && state === "up",
  );
  return (
    <Table name={t("mediaNodes.title")} columns={columns}>
      {nodes.map((node) => (
        <NodeRow
          key={node.name}
          node={node}
          isLast={!node.isDraining && taking.every((one) => one === node)}
          isSaving={isSaving}
          onDrain={(isDraining) => onDrain({ name: node.name, isDraining })}
        />
      ))}
    </Table>
  );
}

/** The media servers, how much goes through each, and which of them take new calls. */
export function MediaNodesPage() {
  const texts = useTexts();
  const { t } = texts;
  const rest = useRest();
  const client = useQueryClient();
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => rest("listMediaNodes", { signal }),
    refetchInterval: againEveryMs,
  });
  const saving = useMutation({
    mutationFn: ({ name, isDraining }: DrainOrder) =>
      rest("updateMediaNode", { params: { name }, body: { isDraining } }),
    onSuccess: (list) => client.setQueryData(key, list),
    onError: (failure) => notifyFailure(texts, failure),
  });
  return (
    <Page title={t("mediaNodes.title")} lead={t("mediaNodes.lead")}>
      <Pane>
        <Loaded query={query}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState
                icon={iconDevices}
                title={t("mediaNodes.none")}
                advice={t("mediaNodes.noneAdvice")}
              />
            ) : (
              <NodeTable
                nodes={items}
                isSaving={saving.isPending}
                onDrain={saving.mutate}
              />
            )
          }
        </Loaded>
      </Pane>
    </Page>
  );
}
