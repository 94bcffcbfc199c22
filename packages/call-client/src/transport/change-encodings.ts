/** Changes how a sender's picture is encoded. */
export function changeEncodings(
  sender: RTCRtpSender,
  change: (encoding: RTCRtpEncodingParameters) => RTCRtpEncodingParameters,
): void {
  const parameters = sender.getParameters();
  parameters.encodings = parameters.encodings.map(change);
  // Fails on a closed connection only, and then nothing is to be sent.
  sender.setParameters(parameters).catch(() => undefined);
}
