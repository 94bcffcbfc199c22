import { Link } from "@tanstack/react-router";
import { iconBell } from "@veche/ui";
import type { ReactNode } from "react";
import { Button } from "@mantine/core";
import { Icon } from "../../platform/kit/icon.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { MyData } from "../../features/privacy/my-data.tsx";
import { ProfilePage } from "../../features/profile/profile-page.tsx";
import { StatusForm } from "../../features/profile/status-form.tsx";
import { measureFile } from "../../features/messenger/files/measure-file.ts";
import { MyCard } from "../../features/people/my-card.tsx";
import { useServices } from "../../platform/services.tsx";
import { useMe } from "../../platform/me.tsx";
import { sendFile } from "./send-file.ts";
import { useWorkplace } from "../workplace-context.ts";

function NotificationsLink() {
  const { t } = useTexts();
  return (
    <Button
      component={Link}
      to="/notifications"
      variant="default"
      m="md"
      leftSection={<Icon paths={iconBell} size={18} />}
    >
      {t("notify.open")}
    </Button>
  );
}

export function ProfileRoute(): ReactNode {
  const { realtime, presences } = useWorkplace();
  const { id } = useMe();
  const { rest, powers } = useServices();
  const sendPhoto = async (file: File) => {
    const send = sendFile({ rest, powers, measure: measureFile });
    const { signal } = new AbortController();
    const photo = await send({
      file,
      isVoice: false,
      signal,
      onProgress: () => undefined,
    });
    return photo.fileId;
  };
  return (
    <ProfilePage
      card={<MyCard sendPhoto={sendPhoto} />}
      notifications={<NotificationsLink />}
      data={<MyData />}
      status={
        <StatusForm
          presence={presences.of(id)}
          onSet={(status) => realtime.send("status.set", status)}
        />
      }
    />
  );
}
