/* `rtx`, `red` and `ulpfec` repair the others: they come along wherever they stand. */
const movedToFront = (
  codecs: readonly RTCRtpCodec[],
  mimeType: string,
): RTCRtpCodec[] => {
  const isFirst = (codec: RTCRtpCodec): boolean =>
    codec.mimeType.toLowerCase() === mimeType;
  return [
    ...codecs.filter(isFirst),
    ...codecs.filter((codec) => !isFirst(codec)),
  ];
};

/** A face: VP8 is what every browser and media server encodes and decodes cheaply; the others stay as a choice. */
export const forCamera = (codecs: readonly RTCRtpCodec[]): RTCRtpCodec[] =>
  movedToFront(codecs, "video/vp8");

/** A screen: VP9 keeps letters sharp in fewer bits; who lacks it falls back to VP8. */
export const forScreen = (codecs: readonly RTCRtpCodec[]): RTCRtpCodec[] =>
  movedToFront(forCamera(codecs), "video/vp9");
