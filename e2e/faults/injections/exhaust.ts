/*
 * Preloaded into a server: SIGUSR2 makes it take memory until there is none, SIGPIPE has it do nothing but count for
 * two seconds.
 */
const stallMs = 2_000;

process.on("SIGUSR2", () => {
  const held: unknown[] = [];
  // A little each turn, as a leak does, so that others still notice how it ends.
  const leak = (): void => {
    held.push(Array.from({ length: 200_000 }, (_, index) => ({ index })));
    setImmediate(leak);
  };
  leak();
});

process.on("SIGPIPE", () => {
  const untilMs = performance.now() + stallMs;
  while (performance.now() < untilMs);
});
