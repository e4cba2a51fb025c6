"""The host's page by single keys, and by keyboard alone."""


def phase(evening):
    return evening.gathering.request("status")["phase"]



def test_an_evening_runs_by_single_keys(evening):
    host = evening.host()
    evening.gathering.people("Ana", "Luis", "Zoe", "Teo")
    keyboard = host.page.keyboard
    host.wait("() => document.querySelectorAll('[data-testid=roster-person]').length === 4", what="four people")
    keyboard.press("s")
    host.hook("confirm").wait_for()
    assert phase(evening)["name"] == "lobby", "it asks first"
    keyboard.press("Enter")
    host.wait_data(phase="round", round=1)
    before = phase(evening)["endsAt"]
    keyboard.press("e")
    host.page.get_by_text("One minute more.").wait_for()
    assert phase(evening)["endsAt"] == before + 60_000
    keyboard.press("u")
    host.page.get_by_text("Taken back.").wait_for()
    assert phase(evening)["endsAt"] == before
    keyboard.press("p")
    host.hook("resume").wait_for()
    keyboard.press("P")
    host.hook("pause").wait_for()
    keyboard.press("s")
    host.page.get_by_text("A round is running").wait_for()
    keyboard.press("r")
    host.hook("confirm").wait_for()
    keyboard.press("Escape")
    assert phase(evening)["round"] == 1
    keyboard.press("r")
    host.hook("confirm").wait_for()
    keyboard.press("Enter")
    host.wait_data(phase="round", round=2)


def test_keys_rest_while_one_types_and_can_be_switched_off(evening):
    host = evening.host()
    evening.gathering.people("Ana", "Luis")
    keyboard, start = host.page.keyboard, host.hook("start")
    assert (start.get_attribute("aria-keyshortcuts"), start.get_attribute("title")) == ("S", "Start (S)")
    host.hook("prompt").press("s")
    host.hook("announce-text").press("?")
    host.hook("announce-text").press_sequentially("sreup")
    assert host.page.locator("dialog[open]").count() == 0
    host.hook("announce-text").blur()
    keyboard.press("?")
    host.page.get_by_role("dialog", name="Keys").wait_for()
    keyboard.press("s")
    assert host.hook("confirm").count() == 0, "a question that is open has the keyboard"
    host.hook("keys-on").uncheck()
    keyboard.press("Escape")
    keyboard.press("s")
    keyboard.press("?")
    assert host.page.locator("dialog[open]").count() == 0
    assert start.get_attribute("aria-keyshortcuts") is None
    host.page.reload(wait_until="domcontentloaded")
    host.opened()
    assert start.get_attribute("aria-keyshortcuts") is None, "the device remembers"
    host.press("keys")
    host.hook("keys-on").check()
    assert start.get_attribute("aria-keyshortcuts") == "S"


def test_a_host_reaches_everything_by_tab_and_enter(evening):
    host = evening.host()
    evening.gathering.people("Ana", "Luis", "Zoe")
    host.wait("() => document.querySelectorAll('[data-testid=roster-person]').length === 3", what="three people")
    keyboard = host.page.keyboard

    def tab_to(selector):
        for _ in range(40):
            keyboard.press("Tab")
            if host.page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
        raise AssertionError(f"{selector} is not reached by Tab")

    tab_to("[data-testid=people]")
    keyboard.type("3")
    tab_to("[data-testid=start]")
    keyboard.press("Enter")
    host.wait_data(phase="round", round=1)
    tab_to("[data-testid=announce-text]")
    keyboard.type("Welcome")
    keyboard.press("Enter")
    host.hook("confirm").wait_for()
    keyboard.press("Enter")
    host.page.get_by_text("Announced.").wait_for()
    host.hook("chip").first.wait_for()
    tab_to("[data-testid=chip]")
    keyboard.press("Enter")
    tab_to("[data-testid=remove-person]")
    keyboard.press("Enter")
    host.hook("confirm").wait_for()
    tab_to("[data-testid=confirm]")
    keyboard.press("Enter")
    host.page.locator("[data-testid=roster-person][data-presence=removed]").wait_for()
    host.page.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0); }")
    tab_to("[data-testid=end]")
    keyboard.press("Enter")
    tab_to("[data-testid=confirm]")
    keyboard.press("Enter")
    host.wait_data(phase="lobby")
