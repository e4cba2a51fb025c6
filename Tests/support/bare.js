// Two pages that change conversations as plainly as a browser can: what Tertulia's handover is measured beside.
() => {
  const tracks = { audio: null, video: null };
  const links = [];

  const gathered = (connection) => new Promise((done) => {
    const look = () => connection.iceGatheringState === "complete" && done(connection.localDescription.toJSON());
    connection.addEventListener("icegatheringstatechange", look);
    look();
  });

  const send = (link, on) => {
    for (const { sender, receiver } of link.connection.getTransceivers()) {
      sender.replaceTrack(on ? tracks[receiver.track.kind] : null);
    }
  };

  window.bare = {
    async open() {
      const camera = { width: 640, height: 480, frameRate: { ideal: 24, max: 30 } };
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: camera });
      [tracks.audio] = stream.getAudioTracks();
      [tracks.video] = stream.getVideoTracks();
    },

    // The next link, with nothing that flows; given an offer, its answer.
    async prepare(offer) {
      const connection = new RTCPeerConnection();
      const video = Object.assign(document.createElement("video"), { autoplay: true, playsInline: true });
      Object.assign(video.style, { position: "fixed", inset: 0, width: "100vw", height: "100vh", opacity: 0 });
      document.body.append(video);
      video.srcObject = new MediaStream();
      connection.addEventListener("track", ({ track }) => video.srcObject.addTrack(track));
      links.push({ connection, video });
      if (offer) {
        await connection.setRemoteDescription(offer);
        for (const transceiver of connection.getTransceivers()) transceiver.direction = "sendrecv";
      } else {
        connection.addTransceiver("audio");
        connection.addTransceiver("video");
      }
      await connection.setLocalDescription();
      return gathered(connection);
    },

    accept: (answer) => links.at(-1).connection.setRemoteDescription(answer),

    isReady: () => links.at(-1).connection.connectionState === "connected",

    // At that instant the next link takes the last one's place; `took` is then the time to its first picture.
    change(at) {
      window.took = null;
      const [last, next] = links.length > 1 ? links.slice(-2) : [null, links[0]];
      setTimeout(() => {
        send(next, true);
        if (last) send(last, false);
        next.video.style.opacity = 1;
        last?.video.remove();
        setTimeout(() => last?.connection.close(), 400);
        next.video.requestVideoFrameCallback((_, { presentationTime }) => {
          window.took = performance.timeOrigin + presentationTime - at;
        });
      }, at - performance.timeOrigin - performance.now());
    },
  };
}
