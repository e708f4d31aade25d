"""Codes are put together from shares; here they are compared with codes encoded whole, and read."""

import base64
import io
import random
import re
import string

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from generator.pages.qr import _FEW, QUIET, _code, _encoded, _share, _summed, qr_png, qr_svg

_URL = string.ascii_letters + string.digits + "-._~:/?#%"


def _picture(url: str) -> Image.Image:
    kind, _, data = qr_png(url).partition(",")
    assert kind == "data:image/png;base64"
    picture = Image.open(io.BytesIO(base64.b64decode(data)))
    picture.load()
    assert picture.mode == "1"
    return picture


def _modules(picture: Image.Image) -> list[list[bool]]:
    """The rows of modules, without the quiet zone; True where dark."""
    side = picture.width
    return [
        [picture.getpixel((x, y)) == 0 for x in range(QUIET, side - QUIET)]
        for y in range(QUIET, side - QUIET)
    ]


@settings(max_examples=60, deadline=None)
@given(st.text(_URL, max_size=90))
def test_a_code_from_shares_is_the_whole_code(tail: str) -> None:
    url = "https://" + tail
    assert _summed(url) == _encoded(url)


def test_parts_are_made_only_where_many_codes_follow() -> None:
    urls = [f"https://gongshi.example/few/{number:04}.html" for number in range(_FEW + 2)]
    _share.cache_clear()
    assert [_code(url) for url in urls[:_FEW]] == [_encoded(url) for url in urls[:_FEW]]
    assert _share.cache_info().currsize == 0
    assert [_code(url) for url in urls[_FEW:]] == [_encoded(url) for url in urls[_FEW:]]
    assert _share.cache_info().currsize > 0


def test_codes_can_be_read() -> None:
    chance = random.Random(1)
    for length in (1, 20, 60, 120, 300):
        url = "https://" + "".join(chance.choices(_URL, k=length))
        picture = _picture(url)
        large = picture.convert("L").resize((picture.width * 4, picture.height * 4), Image.Resampling.NEAREST)
        found = zxingcpp.read_barcodes(large)
        assert [each.text for each in found] == [url]
        assert found[0].ec_level == "Q"


def test_a_picture_is_its_modules_in_a_quiet_zone() -> None:
    picture = _picture("https://gongshi.shili.example/projects/SL-2021-0/SL-2021-0001.html")
    side = picture.width
    assert side == picture.height
    edge = [place for place in range(side) if not QUIET <= place < side - QUIET]
    assert all(picture.getpixel((x, y)) for x in range(side) for y in edge)
    assert all(picture.getpixel((x, y)) for y in range(side) for x in edge)
    assert [row[:7] for row in _modules(picture)[:2]] == [[True] * 7, [True, *[False] * 5, True]]


@pytest.mark.parametrize("length", [20, 66, 90, 140])
def test_the_strokes_are_the_picture(length: int) -> None:
    url = "https://" + "a1-" * (length // 3)
    rows = _modules(_picture(url))
    svg = qr_svg(url)
    strokes = re.findall(r'stroke="#000" d="([^"]+)"', svg)[0]
    drawn = [[False] * len(rows) for _ in rows]
    for x, y, length in (
        (int(x), int(y), int(h)) for x, y, h in re.findall(r"M(\d+) (\d+)\.5h(\d+)", strokes)
    ):
        drawn[y - QUIET][x - QUIET : x - QUIET + length] = [True] * length
    assert drawn == rows
    assert f'viewBox="0 0 {len(rows) + 2 * QUIET} {len(rows) + 2 * QUIET}"' in svg


@pytest.mark.parametrize("url", ["", "HTTPS://X", "https://例.example/"])
@pytest.mark.parametrize("make", [qr_png, qr_svg])
def test_no_address_no_code(url: str, make: type[str]) -> None:
    with pytest.raises(ValueError, match="no address"):
        make(url)
