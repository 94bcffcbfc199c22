/** A text that depends on a number: which parameter decides, and a form for each category of the language. */
export interface PluralText {
  readonly by: string;
  readonly one: string;
  /** Russian: 2–4, 22–24 … */
  readonly few?: string;
  /** Russian: 0, 5–20 … */
  readonly many?: string;
  readonly other: string;
}

export type Text = string | PluralText;

/** Texts by key. `{name}` stands for a parameter. */
export type Catalogue<Key extends string = string> = Readonly<
  Record<Key, Text>
>;

type NamesIn<One extends string> =
  One extends `${string}{${infer Name}}${infer Rest}`
    ? Name | NamesIn<Rest>
    : never;

/** Names of the parameters a text wants. */
export type ParametersOf<One extends Text> = One extends string
  ? NamesIn<One>
  : One extends PluralText
    ? One["by"] | NamesIn<One["other"]>
    : never;

/** Arguments after the key: none when the text has no parameters. */
export type Arguments<One extends Text> = [ParametersOf<One>] extends [never]
  ? readonly []
  : readonly [parameters: Readonly<Record<ParametersOf<One>, string | number>>];
