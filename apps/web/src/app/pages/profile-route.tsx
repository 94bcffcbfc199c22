import type { ReactNode } from "react";
import { ProfilePage } from "../../features/profile/profile-page.tsx";
import { StatusForm } from "../../features/profile/status-form.tsx";
import { measureFile } from "../../features/messenger/files/measure-file.ts";
import { MyCard } from "../../features/people/my-card.tsx";
import { useServices } from "../../platform/services.tsx";
import { useMe } from "../../platform/me.tsx";
import { sendFile } from "./send-file.ts";
import { useWorkplace } from "../workplace-context.ts";

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
      status={
        <StatusForm
          presence={presences.of(id)}
          onSet={(status) => realtime.send("status.set", status)}
        />
      }
    />
  );
}
