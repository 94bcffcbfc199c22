import { createSocket } from "node:dgram";

export interface UdpPlace {
  readonly address: string;
  readonly port: number;
}

/**
 * Refuses a port that somebody has. coturn shares its port with any other coturn (SO_REUSEPORT), and each of two
 * would then get half of the packets, so it can't be left to find out by itself.
 */
export async function refuseTakenPort({
  address,
  port,
}: UdpPlace): Promise<void> {
  const socket = createSocket("udp4");
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once("error", reject);
      socket.bind({ address, port, exclusive: true }, resolve);
    });
  } catch (cause) {
    throw new Error(
      `TURN_PORT ${port} on ${address} is in use: stop what uses it, or set TURN_PORT to a free port such as ${port + 1}.`,
      { cause },
    );
  } finally {
    socket.close();
  }
}
