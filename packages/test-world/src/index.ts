export { ApiRefusal, callEndpoint } from "./clients/api.ts";
export { nodePowers } from "./clients/node-powers.ts";
export { demoSiteKey, people, type PersonName } from "./clients/people.ts";
export { createPerson, type Person } from "./clients/person.ts";
export {
  signIn,
  visit,
  type Place,
  type Visitor,
  type VisitOptions,
} from "./clients/sign-in.ts";
export { socketConnect } from "./clients/socket-connect.ts";
export {
  startFaultProxy,
  type FaultProxy,
  type ProxyMode,
} from "./network/fault-proxy.ts";
export { freePort } from "./server/free-port.ts";
export { prepareFolder } from "./server/prepared-folder.ts";
export {
  serverMain,
  prepareServer,
  startServer,
  type ServerProcess,
  type ServerProcessOptions,
} from "./server/server-process.ts";
export { waitUntil } from "./wait-until.ts";
export { startWorld, type World } from "./world.ts";
export {
  openChromium,
  type ChromiumOptions,
  type ChromiumScreen,
} from "./browsers/chromium.ts";
export { openFirefox, type FirefoxScreen } from "./browsers/firefox.ts";
export { mediaFlowExpression, type MediaFlow } from "./browsers/page-probe.ts";
export type { ControlName, ControlRole, Screen } from "./browsers/screen.ts";
