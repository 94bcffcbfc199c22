/** The paths a drawn tree names: indentation makes the nesting, `{a,b}` stands for two, `…` and `<name>` for any. */
export function pathsOfTree(markdown: string): readonly string[] {
  const block = /```(?:text|tree)?\n([\s\S]*?)```/.exec(markdown)?.[1] ?? "";
  const parents: { readonly indent: number; readonly path: string }[] = [];
  return block.split("\n").flatMap((line) => {
    const [, drawing = "", name = ""] =
      /^([\s│├└─|`-]*)([^\s]+)/.exec(line) ?? [];
    if (name === "" || /[<*…]|\.\.\./.test(name)) return [];
    while ((parents.at(-1)?.indent ?? -1) >= drawing.length) parents.pop();
    const path = `${parents.at(-1)?.path ?? ""}${name}`;
    if (name.endsWith("/")) parents.push({ indent: drawing.length, path });
    return expandBraces(path);
  });
}

function expandBraces(path: string): readonly string[] {
  const [whole, inner] = /\{([^}]+)\}/.exec(path) ?? [];
  if (whole === undefined || inner === undefined) return [path];
  return inner
    .split(",")
    .flatMap((one) => expandBraces(path.replace(whole, one)));
}
