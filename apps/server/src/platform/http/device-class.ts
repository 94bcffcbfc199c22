import type { IncomingHttpHeaders } from "node:http";
import {
  DEVICE_HEADER,
  DEVICE_PARAMETER,
  type DeviceClass,
} from "@veche/contracts";

/** What of a request tells the device. */
interface Asked {
  readonly headers: IncomingHttpHeaders;
  /** The address with its query. */
  readonly url?: string | undefined;
}

const mobile = /\b(?:Mobi|Android|iPhone|iPad|iPod)/i;

/**
 * What a request comes from, as it says itself: whoever lies about it lies to their own company. The installed
 * application names itself; of browsers the hint counts before the older description.
 */
export function deviceClassOf({ headers, url = "" }: Asked): DeviceClass {
  if (headers[DEVICE_HEADER] === "app" || isNamedIn(url)) return "app";
  const hint = headers["sec-ch-ua-mobile"];
  if (hint === "?1") return "mobile_browser";
  if (hint === "?0") return "desktop_browser";
  return mobile.test(headers["user-agent"] ?? "")
    ? "mobile_browser"
    : "desktop_browser";
}

function isNamedIn(url: string): boolean {
  const at = url.indexOf("?");
  return (
    at !== -1 &&
    new URLSearchParams(url.slice(at)).get(DEVICE_PARAMETER) === "app"
  );
}
