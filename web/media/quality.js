/** How much of the line a picture may take. */

/** Bits a second for each link, by people in the room: what one uploads in all stays near 1.5 Mbit/s. */
const BITRATES = [0, 0, 1_200_000, 700_000, 500_000, 400_000, 300_000];

/** Up to so many people in a room, pictures are sent at their full size. */
const LARGE = 3;

/**
 * VP8 first: every browser encodes it in real time, without hardware that another page may hold.
 * @param {RTCPeerConnection} connection
 */
export function preferVideoCodec(connection) {
  const codecs = RTCRtpReceiver.getCapabilities?.("video")?.codecs ?? [];
  const ordered = codecs.toSorted((a, b) => Number(b.mimeType === "video/VP8") - Number(a.mimeType === "video/VP8"));
  if (ordered.length === 0) return;
  for (const transceiver of connection.getTransceivers()) {
    if (transceiver.receiver.track.kind === "video") transceiver.setCodecPreferences?.(ordered);
  }
}

/**
 * A picture begins at half its size: its first frame is then a third as large, and there before anybody misses it.
 * @param {RTCRtpSender} sender
 * @param {{size: number, settled: boolean, detail: boolean}} circumstances people in the room; whether the first moment
 *   is over; whether it is a screen, whose text must stay readable
 */
export function limitBitrate(sender, { size, settled, detail }) {
  const parameters = sender.getParameters();
  const [encoding] = parameters.encodings;
  if (!encoding) return;
  const maxBitrate = BITRATES[Math.min(size, BITRATES.length - 1)];
  const scaleResolutionDownBy = detail || (settled && size <= LARGE) ? 1 : 2;
  if (encoding.maxBitrate === maxBitrate && encoding.scaleResolutionDownBy === scaleResolutionDownBy) return;
  Object.assign(encoding, { maxBitrate, scaleResolutionDownBy });
  sender.setParameters(parameters).catch(() => {});
}

/** Kilobits a second that a link may begin with: enough for a whole picture at once. */
const START = 2_500;

/**
 * What the other side wrote, with word to our own encoder to begin at a rate at which the first picture leaves
 * without delay: at the browsers' usual 300 kbit/s it is dropped or sent in slices for a fifth of a second. The
 * parameter is Chromium's; others ignore it.
 * @param {RTCSessionDescriptionInit} description
 * @returns {RTCSessionDescriptionInit}
 */
export function beginFast({ type, sdp = "" }) {
  const [, payload] = /^a=rtpmap:(\d+) VP8\/90000/m.exec(sdp) ?? [];
  if (!payload || sdp.includes("x-google-start-bitrate")) return { type, sdp };
  const line = `a=rtpmap:${payload} VP8/90000\r\n`;
  return { type, sdp: sdp.replace(line, `${line}a=fmtp:${payload} x-google-start-bitrate=${START}\r\n`) };
}
