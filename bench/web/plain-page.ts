/** What a page without a product would cost on the same machine, in the same run. Each is run in an empty page. */

/** As many plain rows as a screen needs, in a page that does nothing else: what this machine can. */
export const plainRows = `document.body.innerHTML = '<div id="place" style="height:800px;overflow:auto">' +
  Array.from({ length: 3000 }, (_, at) => '<p style="padding:12px">A plain row, number ' + at + '</p>').join("") + "</div>"`;

/** A button; at each press the same words stand there anew as plain rows, with their end in sight. */
export const plainConversation = (words: readonly string[]): string => `{
  const words = ${JSON.stringify(words)};
  const button = document.createElement("button");
  button.textContent = "Open";
  const place = document.createElement("div");
  place.setAttribute("role", "log");
  place.style.cssText = "height:700px;overflow:auto;font:15px/22px sans-serif";
  button.onclick = () => {
    place.replaceChildren(...words.map((one) => {
      const row = document.createElement("article");
      row.style.cssText = "max-width:640px;margin:3px 20px;padding:7px 12px;white-space:pre-wrap";
      row.textContent = one;
      return row;
    }));
    place.scrollTop = place.scrollHeight;
  };
  document.body.replaceChildren(button, place);
}`;
