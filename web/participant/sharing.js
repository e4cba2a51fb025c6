/**
 * One screen at a time: whoever began first keeps it; of two who begin at once, the one who came first to the evening.
 *
 * @import {Camera} from "../media/camera.js"
 * @import {Peer} from "../protocol/messages.js"
 */

export class Sharing {
  /** @param {Camera} camera @param {() => Peer | null} other who shows a screen already */
  constructor(camera, other) {
    this.camera = camera;
    this.other = other;
  }

  /** Begins, or ends. @returns {Promise<Peer | null>} who was first */
  async toggle() {
    if (this.camera.screen) {
      this.camera.unshare();
      return null;
    }
    await this.camera.share(() => this.other() === null);
    return this.other();
  }

  /**
   * Another screen has come up in the room.
   * @param {Peer} peer whose it is @param {string} you
   * @returns {boolean} whether ours gave way
   */
  yield(peer, you) {
    if (!this.camera.screen || order(you) < order(peer.id)) return false;
    this.camera.unshare();
    return true;
  }
}

/** @param {string} person `p12` came twelfth */
function order(person) {
  return Number(person.slice(1));
}
