interface Saved {
  readonly text: string;
  readonly type: "application/json" | "text/csv";
}

/** Saves a text as a file of the reader's. */
export function saveFile(name: string, { text, type }: Saved): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
