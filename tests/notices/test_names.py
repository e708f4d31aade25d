import pytest

from generator.notices.names import masked


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("张三", "张*"),
        ("张小丰", "张*丰"),
        ("欧阳小丰", "欧阳**"),
        ("欧阳丰", "欧阳*"),
        ("司马", "司*"),
        ("张王小丰", "张**丰"),
        ("买买提·艾山", "买*提·艾*"),
        ("阿依古丽•吐尔逊", "阿**丽·吐*逊"),
        ("丰", "丰*"),
    ],
)
def test_masks_that_readers_know(name: str, shown: str) -> None:
    assert masked(name) == shown
