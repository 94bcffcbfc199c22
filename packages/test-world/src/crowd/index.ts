export { tinyCamera, usualCamera, type CameraOptions } from "./camera.ts";
export type { Arrived } from "./arrivals.ts";
export { cameraMid, LightPeer, microphoneMid } from "./light-peer.ts";
