import { Menu } from "@mantine/core";
import type { Conversation } from "@veche/contracts";
import { iconCalendar, iconChevronDown } from "@veche/ui";
import { lazy, Suspense, useState } from "react";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { whenUploaded } from "../files/upload.ts";
import { ToolMenu } from "../tool-menu.tsx";
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

/** Keeps what is written until its time, as soon as the server has its files. */
function useKeeping({ conversation, composing }: SendMenuProps) {
  const { asks } = useMessenger();
  const { body, mentions, files, clear } = composing;
  return async (sendAt: string): Promise<void> => {
    const attachments = await Promise.all(
      files.map(async (file) => {
        const { fileId } = await whenUploaded(file);
        return { fileId, isVoice: file.isVoice };
      }),
    );
    const said = { body, mentions, attachments };
    await asks.schedule({ conversationId: conversation.id, ...said, sendAt });
    clear();
  };
}

interface LaterMenuProps {
  readonly isDisabled: boolean;
  readonly onLater: () => void;
}

function LaterMenu({ isDisabled, onLater }: LaterMenuProps) {
  const { t } = useTexts();
  return (
    <ToolMenu
      tool={{
        icon: iconChevronDown,
        iconSize: 16,
        name: t("compose.sendMore"),
        disabled: isDisabled,
      }}
      menu={{ position: "top-end", width: 220 }}
    >
      {() => (
        <Menu.Item
          leftSection={<Icon paths={iconCalendar} size={16} />}
          onClick={onLater}
        >
          {t("schedule.later")}
        </Menu.Item>
      )}
    </ToolMenu>
  );
}

/** Sending at another time than now. */
export function SendMenu({ conversation, composing }: SendMenuProps) {
  const texts = useTexts();
  const doing = useDoing();
  const [isChoosing, setChoosing] = useState(false);
  const keep = useKeeping({ conversation, composing });
  const schedule = (sendAt: string) => {
    const when = texts.dateTime(sendAt);
    doing(keep(sendAt), texts.t("schedule.done", { when }));
    setChoosing(false);
  };
  return (
    <>
      <LaterMenu
        isDisabled={!composing.isReady}
        onLater={() => setChoosing(true)}
      />
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
