import type { NotificationSettings } from "@veche/contracts";

/** A part of the rules: what stands, and how one changes it. */
export interface RulesProps {
  readonly settings: NotificationSettings;
  readonly onChange: (part: Partial<NotificationSettings>) => void;
}
