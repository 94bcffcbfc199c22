/** What every fact has: its name. */
export interface Shape<Type extends string> {
  readonly type: Type;
}
