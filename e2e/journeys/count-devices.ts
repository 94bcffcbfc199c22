import type { Screen } from "@veche/test-world";

/** From now on every wish for a device is counted: each of them may ask the person. */
export const countDevices = (customer: Screen): Promise<unknown> =>
  customer.evaluate(`void (() => {
    const { mediaDevices } = navigator;
    const open = mediaDevices.getUserMedia.bind(mediaDevices);
    globalThis.devicesAsked = 0;
    mediaDevices.getUserMedia = (wish) => { globalThis.devicesAsked += 1; return open(wish); };
  })()`);

/** How many there were since then. */
export const devicesAsked = (customer: Screen): Promise<number> =>
  customer.evaluate<number>("globalThis.devicesAsked");
