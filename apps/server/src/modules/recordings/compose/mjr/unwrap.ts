/** Follows a number that wraps, so that it only grows or falls by the nearest way. */
export function createUnwrap(bits: 16 | 32): (value: number) => number {
  const size = 2 ** bits;
  let last: number | undefined;
  return (value) => {
    if (last === undefined) {
      last = value;
      return value;
    }
    const ahead = (((value - last) % size) + size) % size;
    last += ahead >= size / 2 ? ahead - size : ahead;
    return last;
  };
}
