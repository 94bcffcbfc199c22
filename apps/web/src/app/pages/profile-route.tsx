import type { ReactNode } from "react";
import { ProfilePage } from "../../features/profile/profile-page.tsx";
import { StatusForm } from "../../features/profile/status-form.tsx";
import { useMe } from "../../platform/me.tsx";
import { useWorkplace } from "../workplace-context.ts";

export function ProfileRoute(): ReactNode {
  const { realtime, presences } = useWorkplace();
  const { id } = useMe();
  return (
    <ProfilePage
      status={
        <StatusForm
          presence={presences.of(id)}
          onSet={(status) => realtime.send("status.set", status)}
        />
      }
    />
  );
}
