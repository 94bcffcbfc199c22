/** Statistics of a call's given second, of which the other side loses such a share. */
export const secondWithLoss = (second: number, fractionLost: number) =>
  [
    {
      id: "P",
      type: "candidate-pair",
      nominated: true,
      state: "succeeded",
      currentRoundTripTime: 0.05,
    },
    {
      id: "A",
      type: "inbound-rtp",
      kind: "audio",
      packetsReceived: second * 50,
      bytesReceived: second * 5_000,
    },
    { id: "O", type: "outbound-rtp", kind: "video", bytesSent: second * 9 },
    { id: "R", type: "remote-inbound-rtp", kind: "audio", fractionLost },
  ] as const;
