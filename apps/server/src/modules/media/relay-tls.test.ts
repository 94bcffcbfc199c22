import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect as connectTcp } from "node:net";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "node:tls";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { freePort } from "@veche/test-world/ports";
import type { PrincipalId } from "@veche/contracts";
import {
  relayCertificate,
  renewedCertificate,
  type TestCertificate,
} from "../../../tests/certificates.ts";
import { systemClock } from "../../platform/clock.ts";
import { systemIds } from "../../platform/ids.ts";
import { createLog } from "../../platform/log.ts";
import { systemTimers, type Timers } from "../../platform/timers.ts";
import { createMedia } from "./index.ts";
import { readCertificate } from "./relay-certificate.ts";

const principalId = "0190a000-0000-7000-8000-000000000001" as PrincipalId;
const log = createLog({ level: "silent", isPretty: false });

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "veche-relay-tls-"));
  await chmod(dataDir, 0o711);
});
afterEach(async () => {
  await rm(dataDir, { recursive: true });
});

const files = () => ({
  certificate: join(dataDir, "fullchain.pem"),
  key: join(dataDir, "privkey.pem"),
});

/** Where the administrator keeps them. */
async function keep({ certificate, key }: TestCertificate): Promise<void> {
  await writeFile(files().certificate, certificate);
  await writeFile(files().key, key);
}

/** The relay with TLS, and a way to let the hour pass after which it looks at its certificate. */
async function startRelay() {
  const [port, tlsPort] = [await freePort(), await freePort()];
  const looks: (() => void)[] = [];
  const timers: Timers = {
    ...systemTimers,
    every(ms, look) {
      if (ms < 3_600_000) return systemTimers.every(ms, look);
      looks.push(look);
      return { [Symbol.dispose]: () => undefined };
    },
  };
  const media = createMedia({
    config: {
      turn: {
        kind: "own",
        port,
        tls: { ...files(), port: tlsPort },
        listenIp: null,
        externalIp: null,
        allowedPeerIps: [],
      },
      mediaServer: { kind: "off" },
      mediaNodes: [],
      dataDir,
      host: "127.0.0.1",
      publicUrl: "http://localhost:8080",
      secretKey: "the key of this test, which is long enough",
    },
    ids: systemIds,
    clock: systemClock,
    ...{ log, timers },
  });
  media.start();
  await vi.waitUntil(() => media.status() === "up", { timeout: 120_000 });
  return {
    tlsPort,
    anHourPasses: () => {
      for (const look of looks) look();
    },
    urls: () =>
      media
        .iceConfiguration(principalId)
        .iceServers.flatMap(({ urls }) => urls),
    [Symbol.asyncDispose]: () => media[Symbol.asyncDispose](),
  };
}

/** Whose certificate is shown, and what comes back for a question of STUN. */
async function askOverTls(port: number) {
  const line = connect({
    ...{ host: "127.0.0.1", port },
    // Nobody signed it but itself.
    rejectUnauthorized: false,
  });
  await once(line, "secureConnect");
  const { CN: name } = line.getPeerCertificate().subject;
  const binding = Buffer.alloc(20, 7);
  binding.writeUInt16BE(0x0001, 0);
  binding.writeUInt16BE(0, 2);
  binding.writeUInt32BE(0x2112a442, 4);
  line.write(binding);
  // A stream hands over what was read as a buffer.
  const [answer] = (await once(line, "data")) as [Buffer];
  line.destroy();
  return { name, answer: answer.readUInt16BE(0) };
}

const bindingSuccess = 0x0101;

it("the relay answers over TLS under its own certificate, and clients are told so", async () => {
  await keep(relayCertificate);
  await using relay = await startRelay();
  expect(relay.urls()).toContain(
    `turns:127.0.0.1:${relay.tlsPort}?transport=tcp`,
  );
  expect(await askOverTls(relay.tlsPort)).toEqual({
    name: relayCertificate.name,
    answer: bindingSuccess,
  });
});

it("a renewed certificate is taken over without a restart; one that is no good is not", async () => {
  await keep(relayCertificate);
  await using relay = await startRelay();
  await keep(renewedCertificate);
  relay.anHourPasses();
  await expect
    .poll(async () => (await askOverTls(relay.tlsPort)).name, {
      timeout: 120_000,
    })
    .toBe(renewedCertificate.name);
  await keep({ ...relayCertificate, key: renewedCertificate.key });
  relay.anHourPasses();
  expect((await askOverTls(relay.tlsPort)).name).toBe(renewedCertificate.name);
});

it("without a good certificate the relay serves without TLS and promises none", async () => {
  await keep({ ...relayCertificate, certificate: "-" });
  await using relay = await startRelay();
  expect(relay.urls().filter((url) => url.startsWith("turns:"))).toEqual([]);
  const line = connectTcp({ host: "127.0.0.1", port: relay.tlsPort });
  await expect(once(line, "connect")).rejects.toMatchObject({
    code: "ECONNREFUSED",
  });
});

it("what is wrong with a certificate is said without a word of the key", async () => {
  const now = new Date("2027-01-01T00:00:00.000Z");
  const reading = () => readCertificate(files(), now);
  expect(reading()).toMatchObject({
    problem: expect.stringMatching(
      /TURN_TLS_CERTIFICATE.*can't be read/,
    ) as string,
  });
  await keep({ ...relayCertificate, key: "-" });
  expect(reading()).toMatchObject({
    problem: expect.stringMatching(/TURN_TLS_KEY.*no key/) as string,
  });
  await keep({ ...relayCertificate, key: renewedCertificate.key });
  expect(reading()).toMatchObject({
    problem: "TURN_TLS_KEY is not the key of TURN_TLS_CERTIFICATE",
  });
  await keep(relayCertificate);
  expect(reading()).toMatchObject({ ok: true });
  expect(
    readCertificate(files(), new Date("2200-01-01T00:00:00.000Z")),
  ).toMatchObject({ problem: expect.stringMatching(/has expired/) as string });
});
