/** One thing the system shows outside the window; a newer one of the same tag takes the place of the older. */
interface SystemNotice {
  readonly title: string;
  readonly body: string;
  readonly tag: string;
  /** The page that a press opens. */
  readonly path: string;
}

export interface SystemNoticesDeps {
  readonly workers: Pick<ServiceWorkerContainer, "getRegistration"> | undefined;
  /** Absent where the browser shows no notifications. */
  readonly notifications: typeof Notification | undefined;
  readonly open: (path: string) => void;
}

/** The system's own notifications, where the person allowed them to this browser. They are silent: the page sounds. */
export interface SystemNotices {
  readonly show: (notice: SystemNotice) => Promise<void>;
  readonly close: (tag: string) => Promise<void>;
}

const icon = "/icon-192.png";

export function createSystemNotices({
  workers,
  notifications,
  open,
}: SystemNoticesDeps): SystemNotices {
  /** Those of a page without a worker; it forgets them with itself. */
  const shown = new Map<string, Notification>();
  const registration = () => workers?.getRegistration();
  const showHere = (
    Kind: typeof Notification,
    { title, body, tag, path }: SystemNotice,
  ) => {
    const notice = new Kind(title, { body, tag, icon, silent: true });
    shown.set(tag, notice);
    notice.onclick = () => {
      notice.close();
      open(path);
    };
  };
  return {
    async show(notice) {
      if (notifications?.permission !== "granted") return;
      const worker = await registration();
      if (worker === undefined) {
        showHere(notifications, notice);
        return;
      }
      const { title, path, ...rest } = notice;
      const looks = { ...rest, icon, silent: true, data: { path } };
      // The types know no `renotify`; without it a second message under the same tag would not come up.
      const options: NotificationOptions = Object.assign(looks, {
        renotify: true,
      });
      await worker.showNotification(title, options);
    },
    async close(tag) {
      shown.get(tag)?.close();
      shown.delete(tag);
      const worker = await registration();
      for (const one of (await worker?.getNotifications({ tag })) ?? [])
        one.close();
    },
  };
}
