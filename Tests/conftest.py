"""What every test from outside has at hand."""

import pytest
from gathering import Gathering
from server import BINARY, Server


def pytest_sessionstart(session):
    if not BINARY.exists():
        pytest.exit(f"there is no server at {BINARY}: build it (swift build) or set TERTULIA_BIN", returncode=3)


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """One server for all tests that need nothing special of it."""
    server = Server(tmp_path_factory.mktemp("server")).start()
    yield server
    assert server.process.poll() is None, f"the server ended meanwhile:\n{server.log.read_text()[-4000:]}"
    assert server.stop() == 0, "the server leaves with status 0 on SIGTERM"


@pytest.fixture(scope="module")
def servers(tmp_path_factory):
    """Makes servers with settings of their own."""
    made = []

    def make(**settings):
        server = Server(tmp_path_factory.mktemp("server"), settings)
        made.append(server)
        return server.start()

    yield make
    for server in made:
        if server.process.poll() is None:
            server.stop()


@pytest.fixture
def gathering(server):
    gathering = Gathering(server)
    yield gathering
    gathering.end()


@pytest.fixture
def gather():
    """Makes gatherings on whatever server."""
    made = []

    def make(server, **options):
        made.append(Gathering(server, **options))
        return made[-1]

    yield make
    for gathering in made:
        gathering.end()
