"""What stays of an evening on the device of whoever was there."""

from browser import Guest


def meet(evening, *names):
    people = evening.guests(*names)
    evening.gathering.start()
    for page in people:
        page.in_round(1)
    return people


def test_notes_survive_a_reload_and_the_end_and_stay_on_the_device(evening):
    ana, luis = meet(evening, "Ana", "Luis")
    ana.sees(luis.id)
    evening.gathering.request("round.end")
    ana.hook("met-person").wait_for()
    ana.page.get_by_text("Note", exact=True).click()
    ana.hook("my-note").fill("Bakes bread")
    ana.hook("my-note").blur()
    ana.page.reload(wait_until="domcontentloaded")
    ana.hook("met-person").wait_for()
    assert ana.hook("my-note").input_value() == "Bakes bread"
    evening.gathering.request("gathering.close")
    note = ana.hook("met").get_by_test_id("my-note")
    assert note.input_value() == "Bakes bread"
    ana.page.reload(wait_until="domcontentloaded")
    assert note.input_value() == "Bakes bread"


def test_contacts_of_matches_are_saved_as_a_vcard(evening):
    luis = {"name": "Luis", "sub": "luis", "contact": "luis@example.org"}
    evening.gathering.request("guests.add", guests=[luis, {"name": "Ana", "sub": "ana"}])
    ana, luis = meet(evening, "Ana", "Luis")
    for page in (ana, luis):
        page.press("wish")
    ana.page.get_by_text("You and Luis both wish").wait_for()
    evening.gathering.request("gathering.close")
    ana.hook("match").get_by_text("luis@example.org").wait_for()
    with ana.page.expect_download() as download:
        ana.press("vcard")
    card = download.value.path().read_text()
    assert download.value.suggested_filename == "tertulia.vcf"
    assert "FN:Luis\n" in card.replace("\r", "") and "EMAIL:luis@example.org" in card


def test_whoever_is_blocked_is_forgotten_here_too(evening):
    ana, _ = meet(evening, "Ana", "Luis")
    evening.gathering.request("round.end")
    ana.hook("met-person").wait_for()
    ana.page.locator("block-button button").click()
    ana.press("confirm")
    ana.hook("met-person").wait_for(state="detached")


def test_another_gathering_knows_nothing_of_this_one(evening, browser):
    ana, luis = meet(evening, "Ana", "Luis")
    ana.sees(luis.id)
    keys = ana.page.evaluate("() => Object.keys(localStorage).filter(key => key.startsWith('tertulia:met:'))")
    assert keys == [f"tertulia:met:{evening.gathering.id}"]
    assert isinstance(luis, Guest)
