/** What kind of thing a person reaches for, by its accessible role. */
export type ControlRole =
  | "button"
  | "link"
  | "textbox"
  | "menuitem"
  | "tab"
  | "combobox"
  | "dialog"
  | "alertdialog"
  | "radio"
  | "heading"
  | "switch"
  | "checkbox";

export interface ControlName {
  readonly role: ControlRole;
  /** The accessible name, whole, or a pattern that it matches. */
  readonly name: string | RegExp;
}

/** A browser's window as its person uses it; the same in Chromium and in Firefox. Waits until what is meant is there. */
export interface Screen extends AsyncDisposable {
  readonly browser: "chromium" | "firefox";
  readonly open: (url: string) => Promise<void>;
  readonly reload: () => Promise<void>;
  readonly press: (control: ControlName) => Promise<void>;
  readonly fill: (label: string | RegExp, text: string) => Promise<void>;
  /** A key as the keyboard names it: `Enter`, `Tab`, `Escape`. */
  readonly key: (key: string) => Promise<void>;
  readonly see: (text: string | RegExp, timeoutMs?: number) => Promise<void>;
  /** Settles when a control of this name is on the screen. */
  readonly seeControl: (
    control: ControlName,
    timeoutMs?: number,
  ) => Promise<void>;
  readonly has: (control: ControlName) => Promise<boolean>;
  /** Runs an expression in the page and answers with its JSON value. */
  readonly evaluate: <Result>(expression: string) => Promise<Result>;
  /** Keeps a picture in the artifacts and answers with its path. */
  readonly shot: (name: string) => Promise<string>;
  /** Errors of the page and violations of its content policy so far. */
  readonly problems: () => readonly string[];
}
