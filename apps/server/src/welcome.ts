import type { Config } from "./platform/config/config.ts";

interface DemoLogin {
  readonly login: string;
  readonly password: string;
  readonly name: string;
}

/** Who can sign in now. */
export interface Newcomers {
  readonly logins: readonly DemoLogin[];
  readonly firstAdmin:
    { readonly login: string; readonly passwordFile: string } | undefined;
}

/** What a person who has just started the server needs next. */
export function describeWelcome(
  config: Pick<Config, "publicUrl" | "isDemo">,
  { logins, firstAdmin }: Newcomers,
): string {
  const { publicUrl } = config;
  const addresses = [
    ["Staff", `${publicUrl}/`],
    ...(config.isDemo ? [["Demo shop", `${publicUrl}/shop/`]] : []),
    ["API", `${publicUrl}/api/docs`],
  ];
  const people = logins.map(({ login, password, name }) => [
    login,
    password,
    name,
  ]);
  return [
    "",
    "Veche is ready.",
    "",
    ...columns(addresses),
    ...(people.length > 0
      ? ["", ...columns([["Login", "Password", ""], ...people])]
      : []),
    ...(firstAdmin
      ? [
          "",
          `  First sign-in: login ${firstAdmin.login}, password in ${firstAdmin.passwordFile}`,
          "  Change it there and then delete the file.",
        ]
      : []),
    "",
    "Ctrl-C stops it.",
    "",
    "",
  ].join("\n");
}

function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const width = (column: number): number =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0));
  return rows.map(
    (row) =>
      `  ${row
        .map((cell, column) => cell.padEnd(width(column)))
        .join("  ")
        .trimEnd()}`,
  );
}
