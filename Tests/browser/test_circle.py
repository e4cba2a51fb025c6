"""Six people in a circle, each with a page and a camera."""

import pytest

NAMES = ("Ana", "Luis", "Zoe", "Teo", "Eva", "Max")
# Two cores carry no thirty pictures at full size: a small, slow one is as good a picture.
SMALL_CAMERA = """() => {
  const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = (wanted) =>
    ask({ ...wanted, ...(wanted.video ? { video: { width: 160, height: 120, frameRate: 10 } } : {}) });
}"""
ALL_IN_VIEW = """() => [...document.querySelectorAll("[data-testid=tile], [data-testid=self-view], control-bar button")]
  .filter(element => element.checkVisibility())
  .every(element => {
    const { top, left, bottom, right, width, height } = element.getBoundingClientRect();
    return top >= 0 && left >= 0 && bottom <= innerHeight + 1 && right <= innerWidth + 1 && width > 20 && height > 20;
  })"""


@pytest.mark.timeout(240)
def test_six_sit_in_a_circle_and_speak_in_turn(evening):
    people = [evening.guest(name, script=SMALL_CAMERA) for name in NAMES]
    agenda = {"steps": [{"kind": "circle", "people": 6, "turnSeconds": 30, "lengthSeconds": 300}]}
    evening.gathering.request("agenda.set", agenda=agenda)
    evening.gathering.request("agenda.start")
    ids = {person.id for person in people}
    for person in people:
        person.in_round(1, timeout=30_000)
        person.has_peers(*ids - {person.id}, timeout=30_000)
    for person in people:
        for other in ids - {person.id}:
            person.sees(other, frames=2, timeout=60_000)
    turns = [person.page.locator("turn-line").inner_text() for person in people]
    assert sum("You have the word" in turn for turn in turns) == 1, turns
    speaker = next(person for person, turn in zip(people, turns, strict=True) if "You have the word" in turn)
    for size in ({"width": 1280, "height": 800}, {"width": 390, "height": 844}, {"width": 844, "height": 390}):
        speaker.page.set_viewport_size(size)
        speaker.wait(ALL_IN_VIEW, what=f"everything in view at {size}")
    next_word = "() => !document.querySelector('turn-line').textContent.startsWith('You have the word')"
    speaker.wait(next_word, timeout=35_000, what="the next speaker")
