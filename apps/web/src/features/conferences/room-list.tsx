import { Button } from "@mantine/core";
import type { ConferenceId } from "@veche/contracts";
import { useTexts } from "../../platform/texts/texts.tsx";
import { useRooms } from "./use-conferences.ts";
import styles from "./calendar.module.css";

/** Lasting rooms, which stand in no day. */
export function RoomList({
  onOpen,
}: {
  readonly onOpen: (conferenceId: ConferenceId) => void;
}) {
  const { t } = useTexts();
  const rooms = useRooms().data?.items ?? [];
  if (rooms.length === 0) return null;
  return (
    <div className={styles["rooms"]}>
      <span>{t("conf.rooms")}</span>
      {rooms.map(({ id, title }) => (
        <Button
          key={id}
          variant="default"
          size="compact-sm"
          onClick={() => onOpen(id)}
        >
          {title}
        </Button>
      ))}
    </div>
  );
}
