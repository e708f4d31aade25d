import pytest

from generator.pages.frame import Frame, FrameError
from generator.pages.page import Page

HTML = (
    "<title>gongshi-title - 站</title><meta content='gongshi-description'>"
    "<link href='https://x.example/frames/lists/frame.html'><!-- gongshi:head -->"
    "<b>gongshi-title</b><!-- gongshi:content --><footer>"
)
PAGE = Page("lists/latest/index.html", "甲 & “乙”<丙>", "说明 'x'", "<p>正文 gongshi-title</p>", "<meta>")


def test_a_frame_is_filled_at_all_its_marks() -> None:
    assert Frame.parse(HTML).fill(PAGE) == (
        "<title>甲 &amp; “乙”&lt;丙&gt; - 站</title><meta content='说明 &#39;x&#39;'>"
        "<link href='https://x.example/lists/latest/index.html'><meta>"
        "<b>甲 &amp; “乙”&lt;丙&gt;</b><p>正文 gongshi-title</p><footer>"
    )


def test_a_frame_is_filled_again_and_again() -> None:
    frame = Frame.parse(HTML)
    assert frame.fill(PAGE) == frame.fill(PAGE)


@pytest.mark.parametrize("mark", ["<!-- gongshi:content -->", "<!-- gongshi:head -->", "gongshi-description"])
def test_a_frame_without_a_mark_is_refused(mark: str) -> None:
    with pytest.raises(FrameError, match=mark):
        Frame.parse(HTML.replace(mark, ""))


def test_indentation_and_empty_lines_of_the_theme_are_left_out_where_nobody_sees_them() -> None:
    seen = "<pre>\n    一\n\n  二</pre>"
    loose = f"<div>\n    \n      <b>甲</b> <i>乙</i>\n   丙\n\n</div>{seen}\n\n<script>a\n  b</script>"
    filled = Frame.parse(HTML + loose).fill(PAGE)
    assert filled.endswith(f"<div>\n<b>甲</b> <i>乙</i>\n丙\n</div>{seen}\n<script>a\n  b</script>")


def test_a_body_is_put_in_as_it_is() -> None:
    body = "<p>一\n\n    二</p>"
    page = Page("lists/latest/index.html", "甲", "乙", body)
    assert body.encode() in Frame.parse(HTML).encoded(page)
