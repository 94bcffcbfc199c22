import { ActionIcon, Menu } from "@mantine/core";
import type { Conversation } from "@veche/contracts";
import { iconChevronDown } from "@veche/ui";
import { lazy, Suspense, useState } from "react";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { iconCalendar } from "../icons.ts";
import { useMessenger } from "../messenger-context.tsx";
import { useDoing } from "../use-doing.ts";
import type { Composing } from "./use-composing.ts";

const MomentDialog = lazy(() =>
  import("../dialogs/moment-dialog.tsx").then((file) => ({
    default: file.MomentDialog,
  })),
);

interface SendMenuProps {
  readonly conversation: Conversation;
  readonly composing: Composing;
}

/** Sending at another time than now. */
export function SendMenu({ conversation, composing }: SendMenuProps) {
  const texts = useTexts();
  const { asks } = useMessenger();
  const doing = useDoing();
  const [isChoosing, setChoosing] = useState(false);
  const { body, mentions, files, isReady } = composing;
  const schedule = (sendAt: string) => {
    const work = asks
      .schedule({ conversationId: conversation.id, body, mentions, sendAt })
      .then(composing.clear);
    doing(work, texts.t("schedule.done", { when: texts.dateTime(sendAt) }));
    setChoosing(false);
  };
  return (
    <>
      <Menu withinPortal position="top-end" shadow="md" width={220}>
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            aria-label={texts.t("compose.sendMore")}
            disabled={!isReady || files.length > 0 || body === ""}
          >
            <Icon paths={iconChevronDown} size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<Icon paths={iconCalendar} size={16} />}
            onClick={() => setChoosing(true)}
          >
            {texts.t("schedule.later")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isChoosing && (
        <Suspense fallback={null}>
          <MomentDialog
            title={texts.t("schedule.title")}
            action={texts.t("schedule.action")}
            onClose={() => setChoosing(false)}
            onChoose={schedule}
          />
        </Suspense>
      )}
    </>
  );
}
