// A child as bad files make it: told to hang it hangs, told to grow it grows, told to die it dies.
const held: Buffer[] = [];

process.on("message", ({ path }: { readonly path: string }) => {
  switch (path) {
    case "hang":
      return;
    case "grow":
      held.push(Buffer.alloc(150 * 1024 * 1024, 1));
      return;
    case "die":
      process.exit(7);
      return;
    default:
      process.send?.({
        kind: "done",
        examination: { detected: null, picture: null, hasPreview: false },
      });
  }
});
process.on("disconnect", () => process.exit(0));
