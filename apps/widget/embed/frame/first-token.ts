/**
 * A token that came with the frame's address (`#token=…`), for pages without our element. It is taken out of the
 * address at once and given out once.
 */
export function firstToken(
  location: Pick<Location, "hash" | "pathname" | "search">,
  history: Pick<History, "replaceState">,
): () => Promise<string> | undefined {
  const given = new URLSearchParams(location.hash.slice(1)).get("token");
  if (given !== null)
    history.replaceState(null, "", location.pathname + location.search);
  let token = given;
  return () => {
    const mine = token;
    token = null;
    return mine === null ? undefined : Promise.resolve(mine);
  };
}
