"""Codes are put together from shares; here they are compared with codes encoded whole, and read."""

import random
import re
import string

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from generator.pages.qr import QUIET, _code, _encoded, qr_svg

_URL = string.ascii_letters + string.digits + "-._~:/?#%"


@settings(max_examples=60, deadline=None)
@given(st.text(_URL, min_size=1, max_size=90))
def test_a_code_from_shares_is_the_whole_code(tail: str) -> None:
    url = "https://" + tail
    assert _code(url) == _encoded(url)


def test_codes_can_be_read() -> None:
    chance = random.Random(1)
    for length in (20, 60, 120, 300):
        url = "https://" + "".join(chance.choices(_URL, k=length))
        size, bits = _code(url)
        image = Image.new("L", (size + 2 * QUIET, size + 2 * QUIET), 255)
        for at, bit in enumerate(f"{bits:0{size * size}b}"):
            if bit == "1":
                image.putpixel((at % size + QUIET, at // size + QUIET), 0)
        large = image.resize((image.width * 4, image.height * 4), Image.Resampling.NEAREST)
        found = zxingcpp.read_barcodes(large)
        assert [each.text for each in found] == [url]
        assert found[0].ec_level == "Q"


def test_the_drawing_has_its_quiet_zone() -> None:
    svg = qr_svg("https://gongshi.shili.example/projects/SL-2021-0/SL-2021-0001.html")
    size = _code("https://gongshi.shili.example/projects/SL-2021-0/SL-2021-0001.html")[0]
    assert f'viewBox="0 0 {size + 8} {size + 8}"' in svg
    assert f"M{QUIET} {QUIET}.5h7m" in svg


@pytest.mark.parametrize("length", [20, 66, 90, 140])
def test_the_strokes_are_the_code(length: int) -> None:
    url = "https://" + "a1-" * (length // 3)
    size, bits = _code(url)
    strokes = re.findall(r'stroke="#000" d="([^"]+)"', qr_svg(url))[0]
    drawn = [[0] * size for _ in range(size)]
    x = y = 0
    for move, number, below in re.findall(r"([Mmh])(\d+)(?: ([\d.]+))?", strokes):
        if move == "M":
            x, y = int(number) - QUIET, int(float(below)) - QUIET
            continue
        if move == "h":
            drawn[y][x : x + int(number)] = [1] * int(number)
        x += int(number)
    assert "".join(str(each) for row in drawn for each in row) == f"{bits:0{size * size}b}"


@pytest.mark.parametrize("url", ["", "HTTPS://X", "https://例.example/"])
def test_no_address_no_code(url: str) -> None:
    with pytest.raises(ValueError, match="no address"):
        qr_svg(url)
