// A drawn person in place of Chromium's green test picture, for the pictures in the guides.
(number) => {
  const rooms = [["#f2d6b3", "#c98d5a"], ["#cfe0d4", "#6d8f7a"], ["#e9cfd6", "#a8707f"], ["#d5dcee", "#7484ac"]];
  const people = [["#6b3f2a", "#b4563a", "#3a241b"], ["#e3b08c", "#3f6273", "#2b2320"], ["#c98a62", "#d9a441", "#7a3b1f"], ["#f0c5a2", "#54704f", "#c9a35c"]];
  const [light, dark] = rooms[number % rooms.length];
  const [skin, coat, hair] = people[number % people.length];
  const canvas = Object.assign(document.createElement("canvas"), { width: 640, height: 480 });
  const pen = canvas.getContext("2d");
  const blob = (colour, x, y, width, height) => {
    pen.fillStyle = colour;
    pen.beginPath();
    pen.ellipse(x, y, width, height, 0, 0, 7);
    pen.fill();
  };
  const draw = (time) => {
    const sway = Math.sin(time / 900 + number) * 6;
    const wall = pen.createLinearGradient(0, 0, 640, 480);
    wall.addColorStop(0, light);
    wall.addColorStop(1, dark);
    pen.fillStyle = wall;
    pen.fillRect(0, 0, 640, 480);
    blob("rgb(255 250 235 / 45%)", 520, 90, 95, 95);
    pen.fillStyle = "rgb(90 55 35 / 35%)";
    pen.fillRect(40, 60, 130, 12);
    for (const book of [0, 1, 2, 3]) pen.fillRect(50 + book * 26, 14 + (book % 2) * 8, 18, 46 - (book % 2) * 8);
    blob(hair, 320 + sway, 195, 98, 112);
    blob(coat, 320 + sway / 2, 500, 210, 165);
    blob(skin, 320 + sway, 330, 36, 60);
    blob(skin, 320 + sway, 215, 80, 98);
    pen.fillStyle = hair;
    pen.beginPath();
    pen.ellipse(320 + sway, 150, 86, 48, 0, Math.PI, 0);
    pen.fill();
    for (const side of [-1, 1]) blob("#2a1d17", 320 + sway + side * 30, 212, 6, time % 4000 < 140 ? 1 : 7);
    pen.strokeStyle = "#6f3527";
    pen.lineWidth = 5;
    pen.beginPath();
    pen.arc(320 + sway, 245, 24, 0.3, Math.PI - 0.3);
    pen.stroke();
  };
  setInterval(() => draw(performance.now()), 50);
  draw(0);
  const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async ({ audio }) => {
    const sound = audio ? (await ask({ audio })).getAudioTracks() : [];
    return new MediaStream([...canvas.captureStream(20).getVideoTracks(), ...sound]);
  };
}
