import { ActionIcon, Button, SegmentedControl } from "@mantine/core";
import type {
  Conference,
  ConferenceId,
  ConversationId,
  Occurrence,
} from "@veche/contracts";
import { iconChevronLeft, iconChevronRight, iconPlus } from "@veche/ui";
import { useState } from "react";
import { Icon } from "../../platform/kit/icon.tsx";
import { Loaded } from "../../platform/kit/loaded.tsx";
import { Page, Pane } from "../../platform/kit/page.tsx";
import { useMe } from "../../platform/me.tsx";
import { useNow } from "../../platform/now.ts";
import { useTexts } from "../../platform/texts/texts.tsx";
import { nothingOpen, type CalendarDialog } from "./calendar-dialog.ts";
import { CalendarFeed } from "./calendar-feed.tsx";
import { Cancellation, OccurrenceCancellation } from "./cancellation.tsx";
import { ConferenceCard } from "./conference-card.tsx";
import { spanWords } from "./day-words.ts";
import {
  calendarViews,
  dayAfter,
  daysOf,
  stepped,
  wallHere,
  type CalendarView,
} from "./days.ts";
import { HoursView } from "./hours-view.tsx";
import { MonthView } from "./month-view.tsx";
import { MoveForm } from "./move-form.tsx";
import { PlanForm } from "./plan-form.tsx";
import { ReminderSwitch } from "./reminder-switch.tsx";
import { RoomList } from "./room-list.tsx";
import { useOccurrences } from "./use-conferences.ts";
import type { Slot } from "./use-slot-drag.ts";
import styles from "./calendar.module.css";

interface ConferencesPageProps {
  /** Of the address: the conference that a link leads to. */
  readonly conferenceId: ConferenceId | undefined;
  /** The address names no conference any more. */
  readonly onShut: () => void;
  readonly openConversation: (conversationId: ConversationId) => void;
  readonly joinCall:
    ((conversationId: ConversationId) => Promise<void>) | undefined;
  readonly linkOf: (conference: Conference) => string;
}

/** The next whole hour, where a new conference stands at first. */
function nextHour(nowMs: number): Slot {
  const start = new Date(nowMs);
  start.setHours(start.getHours() + 1, 0, 0, 0);
  return { wall: wallHere(start), durationMinutes: 60 };
}

function NewButton({ onPress }: { readonly onPress: () => void }) {
  const { t } = useTexts();
  return (
    <Button leftSection={<Icon paths={iconPlus} size={18} />} onClick={onPress}>
      {t("conf.new")}
    </Button>
  );
}

/** What was asked for, or else what the address names. */
const openedBy = (
  asked: CalendarDialog,
  conferenceId: ConferenceId | undefined,
): CalendarDialog =>
  asked.kind === "nothing" && conferenceId !== undefined
    ? { kind: "show", conferenceId, occurrence: undefined }
    : asked;

/** My conferences in a calendar (C28). */
export function ConferencesPage(props: ConferencesPageProps) {
  const { t } = useTexts();
  const me = useMe();
  const nowMs = useNow(60_000);
  const [asked, setDialog] = useState(nothingOpen);
  const plan = (slot: Slot) => setDialog({ kind: "plan", ...slot });
  const show = (conferenceId: ConferenceId, occurrence?: Occurrence) =>
    setDialog({ kind: "show", conferenceId, occurrence });
  return (
    <Page
      title={t("conf.page")}
      lead={t("conf.lead")}
      actions={
        <>
          <Button variant="default" onClick={() => setDialog({ kind: "feed" })}>
            {t("conf.feed")}
          </Button>
          <NewButton onPress={() => plan(nextHour(nowMs))} />
        </>
      }
    >
      <RoomList onOpen={(conferenceId) => show(conferenceId)} />
      <Calendar
        nowMs={nowMs}
        onPlan={plan}
        onOpen={(one) => show(one.conferenceId, one)}
      />
      {me.roles.includes("admin") && <ReminderSwitch />}
      <OpenDialog
        {...props}
        dialog={openedBy(asked, props.conferenceId)}
        slot={nextHour(nowMs)}
        onDialog={setDialog}
        onClose={() => {
          setDialog(nothingOpen);
          if (props.conferenceId !== undefined) props.onShut();
        }}
      />
    </Page>
  );
}

function Calendar({
  nowMs,
  onOpen,
  onPlan,
}: {
  readonly nowMs: number;
  readonly onOpen: (occurrence: Occurrence) => void;
  readonly onPlan: (slot: Slot) => void;
}) {
  const [view, setView] = useState<CalendarView>("week");
  const [at, setAt] = useState(() => new Date(nowMs));
  const days = daysOf(view, at);
  const from = days[0] ?? at;
  const query = useOccurrences(from, dayAfter(days.at(-1) ?? at, 1));
  return (
    <>
      <CalendarBar
        view={view}
        days={days}
        onView={setView}
        onToday={() => setAt(new Date(nowMs))}
        onStep={(by) => setAt(stepped(view, at, by))}
      />
      <Pane>
        <Loaded query={query}>
          {({ items }) =>
            view === "month" ? (
              <MonthView
                {...{ days, onOpen, onPlan }}
                occurrences={items}
                month={at.getMonth()}
                onDay={(day) => {
                  setAt(day);
                  setView("day");
                }}
              />
            ) : (
              <HoursView {...{ days, onOpen, onPlan }} occurrences={items} />
            )
          }
        </Loaded>
      </Pane>
    </>
  );
}

interface CalendarBarProps {
  readonly view: CalendarView;
  readonly days: readonly Date[];
  readonly onView: (view: CalendarView) => void;
  readonly onToday: () => void;
  readonly onStep: (by: -1 | 1) => void;
}

function CalendarBar({
  view,
  days,
  onView,
  onToday,
  onStep,
}: CalendarBarProps) {
  const { t, language } = useTexts();
  return (
    <div className={styles["bar"]}>
      <Button variant="default" onClick={onToday}>
        {t("conf.today")}
      </Button>
      <ActionIcon
        variant="default"
        size={36}
        aria-label={t("conf.back")}
        onClick={() => onStep(-1)}
      >
        <Icon paths={iconChevronLeft} size={18} />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size={36}
        aria-label={t("conf.on")}
        onClick={() => onStep(1)}
      >
        <Icon paths={iconChevronRight} size={18} />
      </ActionIcon>
      <h2 className={styles["span"]} aria-live="polite">
        {spanWords(language, view, days)}
      </h2>
      <SegmentedControl
        aria-label={t("conf.view")}
        value={view}
        onChange={onView}
        data={calendarViews.map((value) => ({
          value,
          label: t(`conf.view.${value}`),
        }))}
      />
    </div>
  );
}

interface OpenDialogProps extends ConferencesPageProps {
  readonly dialog: CalendarDialog;
  readonly slot: Slot;
  readonly onDialog: (dialog: CalendarDialog) => void;
  readonly onClose: () => void;
}

function OpenDialog({ dialog, slot, ...rest }: OpenDialogProps) {
  const { onClose } = rest;
  switch (dialog.kind) {
    case "nothing":
      return null;
    case "feed":
      return <CalendarFeed onClose={onClose} />;
    case "plan":
      return <PlanForm slot={dialog} onClose={onClose} />;
    case "change":
      return (
        <PlanForm
          slot={slot}
          conference={dialog.conference}
          onClose={onClose}
        />
      );
    case "show":
      return <ConferenceCard {...rest} dialog={dialog} />;
    case "move":
      return <MoveForm {...dialog} onClose={onClose} />;
    case "cancel":
      return <Cancellation {...dialog} onClose={onClose} />;
    case "skip":
      return <OccurrenceCancellation {...dialog} onClose={onClose} />;
  }
}
