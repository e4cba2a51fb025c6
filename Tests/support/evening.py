"""A gathering with pages in it."""

from browser import Guest, HostPage, Page
from gathering import Gathering


class Evening:
    """Opens pages of a gathering of its own, and closes them with it."""

    def __init__(self, browser, server, **options):
        self.browser = browser
        self.gathering = Gathering(server, **options)
        self.server = server
        self.pages = []

    def add(self, page):
        self.pages.append(page)
        return page

    def link(self, role="participant", *, port=None, **claims):
        table = claims.get("table")
        path = {"participant": "", "host": "/host", "board": "/board", "table": f"/table/{table}"}[role]
        token = self.gathering.token(role, **claims)
        return f"http://127.0.0.1:{port or self.server.port}/g/{self.gathering.id}{path}#t={token}"

    def guest(self, name, *, wire=None, **options):
        """Somebody in the lobby; with a wire, the page reaches the server through it."""
        link = self.link(sub=name.lower(), name=name, port=wire and wire.port)
        return self.add(Guest(self.browser, link, **options)).join(name)

    def guests(self, *names):
        return [self.guest(name) for name in names]

    def host(self, **options):
        return self.add(HostPage(self.browser, self.link("host", name="Marisol"), **options)).opened()

    def board(self, **options):
        return self.add(Page(self.browser, self.link("board"), **options))

    def end(self):
        troubles = {page.page.url.split("#")[0]: page.troubles for page in self.pages if page.troubles}
        for page in self.pages:
            page.close()
        self.gathering.end()
        return troubles
