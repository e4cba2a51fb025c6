/** How much of the line a picture may take. */

/** Bits a second for each link, by people in the room: what one uploads in all stays near 1.5 Mbit/s. */
const BITRATES = [0, 0, 1_200_000, 700_000, 500_000, 400_000, 300_000];

/**
 * VP8 first: every browser encodes it in real time, without hardware that another page may hold.
 * @param {RTCPeerConnection} connection
 */
export function preferVideoCodec(connection) {
  const codecs = RTCRtpReceiver.getCapabilities?.("video")?.codecs ?? [];
  const isPreferred = (/** @type {{mimeType: string}} */ { mimeType }) => mimeType === "video/VP8";
  const ordered = [...codecs.filter(isPreferred), ...codecs.filter((codec) => !isPreferred(codec))];
  if (ordered.length === 0) return;
  for (const transceiver of connection.getTransceivers()) {
    if (transceiver.receiver.track.kind === "video") transceiver.setCodecPreferences?.(ordered);
  }
}

/**
 * @param {RTCRtpSender} sender
 * @param {number} size people in the room
 */
export function limitBitrate(sender, size) {
  const parameters = sender.getParameters();
  const [encoding] = parameters.encodings;
  if (!encoding) return;
  const bitrate = BITRATES[Math.min(size, BITRATES.length - 1)];
  const scale = size > 3 ? 2 : 1;
  if (encoding.maxBitrate === bitrate && (encoding.scaleResolutionDownBy ?? 1) === scale) return;
  encoding.maxBitrate = bitrate;
  encoding.scaleResolutionDownBy = scale;
  sender.setParameters(parameters).catch(() => {});
}
