// Preloaded into a server under measurement (`--expose-gc --import`): memory is asked for after the garbage is gone.
// As a last resort, so that the room in which new objects are made shrinks too: after a crowd it is a hundred megabytes,
// and an ordinary collection leaves it.
process.on("SIGUSR2", () => {
  globalThis.gc?.({ type: "major", execution: "sync", flavor: "last-resort" });
});
