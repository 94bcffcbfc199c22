// Preloaded into a server under measurement (`--expose-gc --import`): memory is asked for after the garbage is gone.
process.on("SIGUSR2", () => {
  globalThis.gc?.();
});
