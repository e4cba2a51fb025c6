"""Takes pictures of every page in every state; scripts/screenshots runs it."""

import sys
import tempfile
import time
from pathlib import Path

from browser import Guest, Page, chromium
from evening import Evening
from server import ROOT, Server
from wire import Wire

FOLDER = ROOT / "screenshots"
SIZES = {"desktop": {"width": 1280, "height": 800}, "phone": {"width": 390, "height": 844}}
SCHEMES = ("light", "dark")
LANGUAGES = {"es": "es-ES", "en": "en-GB"}
WORDS = {
    "es": {
        "title": "Tertulia de los jueves",
        "question": "¿Qué te ha alegrado esta semana?",
        "answer": "Mi hija ha dado sus primeros pasos",
        "welcome": "Pasad y poneos a gusto: empezamos enseguida.",
        "prompt": "¿Qué te ha hecho ilusión esta semana?",
        "announcement": "El vino está servido: nos vemos en la barra dentro de diez minutos",
        "chat": ["¡Hola! ¿Desde dónde te conectas?", "Desde Cádiz, con vistas a la sal"],
    },
    "en": {
        "title": "The Thursday table",
        "question": "What made you smile this week?",
        "answer": "My daughter took her first steps",
        "welcome": "Come in and make yourselves at home: we start soon.",
        "prompt": "What made you glad this week?",
        "announcement": "The wine is poured: see you at the bar in ten minutes",
        "chat": ["Hello! Where are you joining from?", "From Cádiz, with a view of the salt"],
    },
}
NOTHING = {"headline": "", "company": "", "topics": []}
REFUSES = "() => navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('', 'NotAllowedError') }"
SITTER = (Path(__file__).parents[1] / "support/sitter.js").read_text().partition("\n")[2]
FIRST = ("Alba", "Bruno", "Carmen", "Darío", "Elena", "Fermín", "Gala", "Hugo", "Inés", "Jaime")
LAST = ("Prieto", "Soler", "Vidal", "Campos", "Lozano", "Nieto", "Rivas", "Serra", "Tapia", "Ugarte")
PROFILES = {
    "João Conceição": NOTHING | {"headline": "Toco el violonchelo", "topics": ["música", "software"]},
    "Mercè Puig": NOTHING | {"headline": "Libros y gatos", "company": "La Gata"},
    "Søren Kjærgaard": NOTHING | {"headline": "Boats, then wind turbines", "company": "Fjord"},
}


def sitter(number):
    """A drawn person for the camera of a page."""
    return f"() => ({SITTER})({number})"


class Album:
    """The pictures of one language, size and scheme."""

    def __init__(self, browser, server, language, size, scheme):
        self.name = f"{language}-{size}-{scheme}"
        self.words = WORDS[language]
        self.options = {"locale": LANGUAGES[language], "viewport": SIZES[size], "color_scheme": scheme}
        self.evening = Evening(browser, server, title=self.words["title"], locale=language)
        self.wire = Wire(server.port)

    def take(self, page, state):
        FOLDER.mkdir(exist_ok=True)
        page.page.screenshot(path=FOLDER / f"{self.name}-{state}.png")

    def people(self, *names):
        """People without a page: so many as make a lobby look like one."""
        for name in names:
            self.evening.gathering.person(name, profile=PROFILES.get(name, NOTHING))

    def doors(self):
        """The door as it is for those who are not let in, or whose browser gives them nothing."""
        evening = self.evening
        refused = evening.add(Guest(evening.browser, evening.link(), script=REFUSES, **self.options))
        refused.hook("advice").wait_for()
        self.take(refused, "join-refused")
        early = evening.add(Page(evening.browser, evening.link(nbf=int(time.time()) + 90_000), **self.options))
        early.hook("message").wait_for()
        self.take(early, "early")
        broken = evening.add(Page(evening.browser, evening.server.url + "/g/nowhere", **self.options))
        broken.hook("message").wait_for()
        self.take(broken, "broken-link")
        for page in (refused, early, broken):
            page.close()

    def participant(self):
        evening, words = self.evening, self.words
        agenda = {"question": words["question"], "steps": [
            {"kind": "welcome", "text": words["welcome"]}, {"kind": "rounds", "people": 3, "prompt": words["prompt"]},
            {"kind": "farewell"},
        ]}
        evening.gathering.request("agenda.set", agenda=agenda)
        link = evening.link(sub="ana", name="Ana García Ñúñez", port=self.wire.port)
        ana = evening.add(Guest(evening.browser, link, script=sitter(0), **self.options))
        ana.hook("join").wait_for()
        ana.hook("answer").evaluate("(field, words) => field.value = words", words["answer"])
        ana.hook("advice").wait_for(state="hidden")
        self.take(ana, "join")
        ana.join("Ana García Ñúñez")
        self.people("João Conceição", "Mercè Puig", "Søren Kjærgaard")
        luis = evening.guest("Luis Ibáñez", script=sitter(1), **self.options)
        ana.wait("() => /6/.test(document.querySelector('[data-testid=lobby-count]').textContent)", what="six people")
        self.take(ana, "lobby")

        # The others of the lobby sit the round out: they have no camera to show.
        for client in evening.gathering.clients[1:]:
            client.send("pass", on=True)
            client.fence()
        evening.gathering.start(people=3, seconds=600, prompt=words["prompt"])
        ana.in_round(1)
        ana.sees(luis.id)
        self.take(ana, "room-of-two")
        zoe = evening.guest("Zoë Walsh", script=sitter(2), **self.options)
        zoe.in_round(1)
        ana.sees(zoe.id)
        self.take(ana, "room-of-three")
        ana.say(words["chat"][0])
        luis.say(words["chat"][1])
        ana.reads(words["chat"][1])
        self.take(ana, "chat")
        for page in (ana, luis):
            page.press("chat-toggle")
            page.hook("chat-text").wait_for(state="hidden")
        evening.gathering.request("announce", text=words["announcement"])
        ana.hook("announcement").get_by_text(words["announcement"]).wait_for()
        self.take(ana, "announcement")
        ana.press("more")
        ana.hook("settings").wait_for()
        self.take(ana, "settings")
        ana.press("settings-close")
        luis.press("more")
        luis.press("share")
        ana.page.locator("[data-testid=tile][data-screen]").wait_for()
        ana.sees(luis.id)
        self.take(ana, "screen")
        luis.press("more")
        luis.press("share")
        ana.page.locator("[data-testid=tile]:not([data-screen])").first.wait_for()
        for page in (ana, luis):
            page.press("wish")
        luis.press("mute")
        luis.press("camera")
        self.take(luis, "muted")
        self.wire.cut()
        ana.wait_data(connection="reconnecting")
        self.take(ana, "reconnecting")
        self.wire.mend()
        ana.wait_data(connection="open")
        return ana

    def staff(self):
        evening = self.evening
        host, board = evening.host(**self.options), evening.board(**self.options)
        host.hook("roster-person").first.wait_for()
        board.hook("board-title").wait_for()
        return host, board

    def shoot(self):
        evening = self.evening
        start = evening.add(Page(evening.browser, evening.server.url + "/", **self.options))
        self.take(start, "start")
        self.people("Hildur Þórðardóttir")
        host, board = self.staff()
        self.take(host, "host-lobby")
        self.take(board, "board-lobby")
        self.doors()
        ana = self.participant()
        self.take(host, "host-round")
        self.take(board, "board-round")
        host.hook("chip").first.click()
        self.take(host, "host-person")
        host.page.keyboard.press("Escape")
        host.page.keyboard.press("?")
        self.take(host, "host-keys")
        host.page.keyboard.press("Escape")
        host.press("close")
        host.hook("confirm").wait_for()
        self.take(host, "host-confirm")
        evening.gathering.request("round.end")
        ana.hook("met-person").first.wait_for()
        self.take(ana, "lobby-met")
        host.press("confirm")
        ana.hook("ended").wait_for()
        self.take(ana, "ended")
        lost = evening.add(Guest(evening.browser, evening.link(sub="late", name="Late"), **self.options))
        lost.wait("() => ['ended', 'error'].includes(document.documentElement.dataset.phase)", what="goodbye")
        self.take(lost, "too-late")


class VenueAlbum(Album):
    """An evening with tables: phones, screens, the door and the board."""

    def phone(self, name):
        page = self.evening.add(Guest(self.evening.browser, self.evening.link(sub=name, name=name), **self.options))
        page.hook("place").wait_for()
        return page

    def shoot(self):
        evening, words = self.evening, self.words
        tables = [{"name": str(number), "seats": 6, "screen": number == 1} for number in range(1, 9)]
        steps = [{"kind": "welcome"}, {"kind": "rounds", "people": 4, "prompt": words["prompt"]}]
        evening.gathering.request("agenda.set", agenda={"tables": tables, "steps": steps})
        unpaired = f"{evening.server.url}/g/{evening.gathering.id}/table"
        code = evening.add(Page(evening.browser, unpaired, **self.options))
        code.hook("code").get_by_text(" ").wait_for()
        self.take(code, "venue-code")
        screen = evening.add(Page(evening.browser, evening.link("table", table="1"), script=sitter(3), **self.options))
        screen.wait_data(connection="open", phase="lobby")
        self.take(screen, "venue-screen-free")
        ana = self.phone("Ana García Ñúñez")
        ana.hook("place-venue").check()
        self.take(ana, "venue-join")
        ana.join(place="venue")
        link = evening.link(sub="zoe", name="Zoë Walsh")
        zoe = evening.add(Guest(evening.browser, link, script=sitter(2), **self.options)).join(place="online")
        for name in ("João Conceição", "Mercè Puig"):
            evening.gathering.person(name, profile=PROFILES[name], mode="venue")
        for number in range(30):
            evening.gathering.request("person.add", name=f"{FIRST[number % 10]} {LAST[number // 3]}")
        link = evening.link("host", name="Marisol").replace("/host#", "/door#")
        door = evening.add(Page(evening.browser, link, **self.options))
        door.hook("check-out").first.wait_for()
        self.take(door, "venue-door")
        board = evening.board(**self.options)
        board.wait_data(connection="open")
        evening.gathering.start(people=4, inSeconds=11)
        ana.hook("next-table").wait_for()
        self.take(ana, "venue-next")
        screen.wait("() => document.documentElement.dataset.coming", what="the next seating")
        self.take(screen, "venue-screen-coming")
        board.page.locator(".seating-name").first.wait_for()
        self.take(board, "venue-board-next")
        for page in (ana, zoe, screen):
            page.wait_data(phase="round", timeout=20_000)
        Guest.sees(screen, zoe.id)
        zoe.sees(screen.data("you"))
        self.take(ana, "venue-table")
        self.take(screen, "venue-screen")
        self.take(zoe, "venue-home")
        self.take(board, "venue-board")
        host = evening.add(Page(evening.browser, evening.link("host", name="Marisol"), **self.options))
        host.hook("chip").first.wait_for()
        self.take(host, "venue-host")


def main(words):
    with tempfile.TemporaryDirectory() as directory, chromium() as browser:
        server = Server(Path(directory)).start()
        for language in LANGUAGES:
            for size in SIZES:
                for scheme in SCHEMES:
                    name = f"{language}-{size}-{scheme}"
                    if words and not any(word in name for word in words):
                        continue
                    print(f"{name} …", flush=True)
                    for kind in (Album, VenueAlbum):
                        album = kind(browser, server, language, size, scheme)
                        album.shoot()
                        album.evening.end()
        server.stop()
    print(f"{len(list(FOLDER.glob('*.png')))} pictures in screenshots/")


if __name__ == "__main__":
    main(sys.argv[1:])
