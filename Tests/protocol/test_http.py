"""What is served beside the WebSocket."""

import re
import socket

import pytest

POLICY = {
    "default-src": "'self'", "connect-src": "'self' ws: wss:", "script-src": "'self'", "style-src": "'self'",
    "base-uri": "'none'", "frame-ancestors": "'none'", "form-action": "'none'",
}


def test_healthz_says_ok(server):
    answer = server.get("/healthz")
    assert (answer.status, answer.text.strip()) == (200, "ok")


def test_metrics_are_prometheus_text(server, gathering):
    gathering.person("Ana")
    answer = server.get("/metrics")
    assert answer.status == 200
    assert answer.headers["content-type"].startswith("text/plain")
    sample = re.compile(r'[a-zA-Z_:][\w:]*(\{(\w+="[^"\n]*",?)*\})? [-+]?(\d+(\.\d+)?([eE][-+]?\d+)?|Inf|NaN)')
    lines = answer.text.splitlines()
    assert any(line.startswith("tertulia_") for line in lines)
    for line in lines:
        assert not line or line.startswith(("# HELP ", "# TYPE ")) or sample.fullmatch(line), line
    assert gathering.server.secret not in answer.text


@pytest.mark.parametrize("page", ["/", "/g/{id}", "/g/{id}/host", "/g/{id}/board", "/g/{id}/door", "/g/{id}/table/4"])
def test_pages_come_with_their_safeguards(server, gathering, page):
    answer = server.get(page.format(id=gathering.id))
    assert answer.status == 200
    assert answer.headers["content-type"].lower().replace(" ", "") == "text/html;charset=utf-8"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] in ("no-referrer", "same-origin", "strict-origin")
    assert re.search(r"camera=\(self\)", answer.headers["permissions-policy"])
    assert re.search(r"microphone=\(self\)", answer.headers["permissions-policy"])
    parts = answer.headers["content-security-policy"].split(";")
    policy = dict(part.strip().split(" ", 1) for part in parts if part.strip())
    assert POLICY.items() <= policy.items()
    assert not re.search(r"<script(?![^>]*\bsrc=)[^>]*>", answer.text), "no script stands in the page"
    assert not re.search(r"<[^>]+\s(style|on\w+)=", answer.text), "nor styles or handlers in attributes"


def linked(server, page):
    text = server.get(page).text
    return [path for path in re.findall(r'(?:src|href)="(/[^"#]*)"', text) if not path.startswith("//")]


@pytest.mark.parametrize("page", ["/", "/g/{id}", "/g/{id}/host", "/g/{id}/board", "/g/{id}/door", "/g/{id}/table/4"])
def test_everything_that_a_page_names_is_there(server, gathering, page):
    paths = linked(server, page.format(id=gathering.id))
    types = {"js": "text/javascript", "css": "text/css", "svg": "image/svg+xml", "json": "application/json"}
    for path in paths:
        answer = server.get(path)
        assert answer.status == 200, path
        kind = types.get(path.rsplit(".", 1)[-1])
        assert kind is None or answer.headers["content-type"].startswith(kind), path
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_what_has_not_changed_is_not_sent_again(server, gathering):
    for path in [f"/g/{gathering.id}", *linked(server, f"/g/{gathering.id}")]:
        tag = server.get(path).headers["etag"]
        again = server.get(path, headers={"If-None-Match": tag})
        assert (again.status, again.body) == (304, b"")
        assert server.get(path, headers={"If-None-Match": '"another"'}).status == 200


@pytest.mark.parametrize("path", ["/nothing", "/g/", "/g/UPPER", "/g/a/b/c", "/protocol/nothing.js", "/g/x/table/"])
def test_what_is_not_there_is_not_found(server, path):
    assert server.get(path).status == 404


@pytest.mark.parametrize(
    "path",
    ["/../Package.swift", "/%2e%2e/Package.swift", "/..%2fPackage.swift", "/styles/../../Package.swift",
     "/%2e%2e%2f%2e%2e%2fetc/passwd", "//etc/passwd", "/....//Package.swift", "/protocol/..%5c..%5cPackage.swift"],
)
def test_no_path_leads_out_of_the_folder(server, path):
    head, body = raw(server, f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode())
    assert b"swift-tools-version" not in body and b"root:" not in body
    assert not head.startswith(b"HTTP/1.1 200"), head


def raw(server, request):
    with socket.create_connection(("127.0.0.1", server.port), timeout=5) as connection:
        connection.sendall(request)
        received = b""
        try:
            while chunk := connection.recv(65536):
                received += chunk
        except (TimeoutError, ConnectionResetError):
            pass
    head, _, body = received.partition(b"\r\n\r\n")
    return head, body


@pytest.mark.parametrize(
    "request_bytes",
    [b"\r\n\r\n", b"GET\r\n\r\n", b"\x00" * 500, b"\x16\x03\x01\x02\x00\x01\x00", b"GET / HTTP/9.9\r\n\r\n",
     b"GET /" + b"a" * 20000 + b" HTTP/1.1\r\n\r\n", b"GET / HTTP/1.1\r\nX: " + b"y" * 70000 + b"\r\n\r\n",
     b"GET /ws HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n"],
    ids=range(8),
)
def test_a_request_that_is_none_hurts_nobody(server, request_bytes):
    with socket.create_connection(("127.0.0.1", server.port), timeout=5) as connection:
        try:
            connection.sendall(request_bytes)
            connection.shutdown(socket.SHUT_WR)
            connection.settimeout(2)
            connection.recv(4096)
        except OSError:
            pass
    assert server.is_healthy()


def test_other_methods_change_nothing(server):
    for method in ("POST", "PUT", "DELETE"):
        assert server.get("/healthz", method=method).status in (400, 404, 405, 501)
    assert server.is_healthy()
