"""An address on the web → a plain text, in the encoding that its server names.

Only http and https, over redirects as well. A web page is refused: which of its words are the article's and
which are its neighbours' cannot be told for certain, and people would quote the wrong ones
(decisions/0002-dependencies.md). What the page states of itself is handed to the person instead.
"""

from __future__ import annotations

import codecs
import http.client
import ssl
import time
import urllib.error
import urllib.request
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit, urlunsplit

from briefsite.cli.stated import stated_by
from briefsite.diagnostic import BriefsiteError, Diagnostic, Severity
from briefsite.source import MAX_BYTES, Source

if TYPE_CHECKING:
    from email.message import Message

TIMEOUT = 20.0
"""Seconds to wait for a server that says nothing."""
MAX_SECONDS = 60.0
"""Seconds for all of it: a server may go on saying a little."""
TEXTS = frozenset({"text/plain", "text/markdown"})
PAGES = frozenset({"text/html", "application/xhtml+xml"})
_CHUNK = 64 * 1024
_LATIN = frozenset({"iso8859-1", "ascii"})
"""What servers call so is Windows-1252, a superset: every browser reads it as that (WHATWG, Encoding)."""
_CODECS = frozenset(
    {"utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "koi8-r", "koi8-u", "gb18030", "gbk", "gb2312", "big5"}
    | {"euc_jp", "iso2022_jp", "shift_jis", "euc_kr"}
    | {f"cp{number}" for number in range(1250, 1259)}
    | {f"iso8859-{number}" for number in range(1, 17)}
)


def fetched(url: str) -> Source:
    """The text at an address.

    Raises:
        BriefsiteError: it cannot be fetched, takes too long, is too large, is not plain text, or is in an
            encoding that its server does not name rightly.
    """
    request = urllib.request.Request(_in_ascii(url), headers={"User-Agent": "briefsite", "Accept": "text/plain"})
    until = time.monotonic() + MAX_SECONDS
    try:
        with _opener().open(request, timeout=TIMEOUT) as response:
            kind = response.headers.get_content_type()
            if kind not in TEXTS | PAGES:
                raise _problem(url, "S003", f"is {kind}, not plain text", "save its text as a file, and add that")
            data = b""
            while chunk := response.read1(_CHUNK):
                data += chunk
                if len(data) > MAX_BYTES:
                    help = "save the text of one article as a file, and add that"
                    raise _problem(
                        url, "S002", f"is more than {MAX_BYTES / 1e6:.0f} MB, too much for one article", help
                    )
                if time.monotonic() > until:
                    raise TimeoutError
            if response.length:  # what was announced and never came
                raise http.client.IncompleteRead(data)
            if kind in PAGES:
                raise _is_page(url, data, response.headers)
            return _decoded(url, data, response.headers)
    except urllib.error.HTTPError as error:
        raise _problem(url, "S001", f"cannot be fetched: the server answers {error.code} {error.reason}") from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise _problem(url, "S001", f"cannot be fetched: {_reason(error)}") from None


def _opener() -> urllib.request.OpenerDirector:
    """Without the handlers of files, FTP and data that urllib's own brings."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.UnknownHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPRedirectHandler(),
        urllib.request.HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    return opener


def _in_ascii(url: str) -> str:
    """The address as it goes over the wire; people paste what a browser shows."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = parts.port
    except (ValueError, UnicodeError):
        host, port = "", None
    if not host:
        raise _problem(url, "S001", "is not an address on the web", "one such as https://example.org/article.txt")
    if parts.username or parts.password:
        raise _problem(url, "S001", "holds a name or password, which would be published", "save the text as a file")
    if ":" in host:
        host = f"[{host}]"
    netloc = host if port is None else f"{host}:{port}"
    query = quote(parts.query, safe="/?:@!$&'()*+,;=%~-._[]")
    return urlunsplit((parts.scheme, netloc, quote(parts.path, safe="/:@!$&'()*+,;=%~-._"), query, ""))


def _decoded(url: str, data: bytes, headers: Message) -> Source:
    charset = headers.get_content_charset()
    if charset is None:
        return Source.decode(data, url)
    try:
        codec = codecs.lookup(charset).name
    except LookupError:
        codec = ""
    codec = "cp1252" if codec in _LATIN else codec
    if codec in {"utf-8", "utf-8-sig"}:
        return Source.decode(data, url)
    help = "save its text as a file in UTF-8, and add that"
    if codec not in _CODECS:
        raise _problem(url, "S004", f"is said to be in an encoding that is not known: {charset}", help)
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        message = f"is said to be {charset}, and is not: byte 0x{data[error.start]:02x} cannot stand there"
        raise _problem(url, "S004", message, help) from None
    return Source.decode(text.encode("utf-8"), url)


def _is_page(url: str, data: bytes, headers: Message) -> BriefsiteError:
    charset = headers.get_content_charset() or "utf-8"
    try:
        page = data.decode(charset, "replace")
    except LookupError:
        page = data.decode("utf-8", "replace")
    return _problem(
        url,
        "S003",
        "is a web page: which of its words are the article’s cannot be told for certain",
        f"copy the article’s words into a file, and: `briefsite add FILE {stated_by(page, url)}`",
    )


def _reason(error: Exception) -> str:
    reason = getattr(error, "reason", error)
    if isinstance(reason, TimeoutError):
        return "the server takes too long"
    if isinstance(reason, ConnectionRefusedError):
        return "nobody answers at that address"
    if isinstance(reason, ssl.SSLCertVerificationError):
        return f"the server cannot prove who it is ({reason.verify_message})"
    if isinstance(reason, http.client.IncompleteRead):
        return "the server ended before all of it was there"
    if isinstance(reason, http.client.HTTPException):
        return f"the server does not speak HTTP ({type(reason).__name__})"
    return getattr(reason, "strerror", None) or str(reason)


def _problem(name: str, code: str, message: str, help: str = "") -> BriefsiteError:
    return BriefsiteError(
        Diagnostic(code=code, severity=Severity.ERROR, message=message, source=Source(name, ""), span=None, help=help)
    )
