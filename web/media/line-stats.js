/**
 * What the browser counts of a link, summed up for `protocol/line.js`.
 * @import {Sample} from "../protocol/line.js"
 */

/** @param {RTCPeerConnection} connection @returns {Promise<Sample>} */
export async function sample(connection) {
  /** @type {Sample} */
  const sum = { packets: 0, lost: 0, roundTrip: null, starved: false };
  for (const report of (await connection.getStats()).values()) {
    switch (report.type) {
      case "inbound-rtp":
        sum.packets += report.packetsReceived + report.packetsLost;
        sum.lost += report.packetsLost;
        break;
      case "outbound-rtp":
        sum.packets += report.packetsSent;
        sum.starved ||= report.qualityLimitationReason === "bandwidth";
        break;
      case "remote-inbound-rtp":
        sum.lost += report.packetsLost ?? 0;
        break;
      case "candidate-pair":
        if (report.nominated && report.currentRoundTripTime !== undefined) sum.roundTrip = report.currentRoundTripTime * 1000;
    }
  }
  return sum;
}
