import { Link } from "@tanstack/react-router";
import { iconBell } from "@veche/ui";
import type { ReactNode } from "react";
import { Button } from "@mantine/core";
import { Icon } from "../../platform/kit/icon.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { MyData } from "../../features/privacy/my-data.tsx";
import { ProfilePage } from "../../features/profile/profile-page.tsx";
import { StatusForm } from "../../features/profile/status-form.tsx";
import { MyCard } from "../../features/people/my-card.tsx";
import { useMe } from "../../platform/me.tsx";
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
  const { realtime, presences, uploads } = useWorkplace();
  const { id } = useMe();
  const sendPhoto = async (file: File) => (await uploads.bring(file)).fileId;
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
