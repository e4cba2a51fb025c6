/** Who speaks right now, from the levels that arrive with the sound itself. */

/** Audio level, from 0 to 1, above which somebody is taken to speak: above breath and keyboard. */
const SPEECH = 0.02;

/** @param {RTCPeerConnection} connection */
export function isSpeaking(connection) {
  return connection.getReceivers().some((receiver) =>
    receiver.track.kind === "audio" &&
    receiver.getSynchronizationSources().some(({ audioLevel }) => (audioLevel ?? 0) > SPEECH));
}
