"""What to write instead of a key that is not known."""

from generator.findings.finding import Bilingual
from generator.reading import suggest, wording
from generator.reading.keys import Shape
from generator.records.linkages import LINKAGES
from generator.records.model import Label, Model, labels


def advice(root: type[Model], holder: Shape, key: str, *, top: bool) -> tuple[str | None, Bilingual]:
    """The key that was most likely meant, if it is one of the same part; and what to do."""
    told = labels(holder.model) if holder.model else {}
    right, certain = _meant(key, told)
    if right:
        label = told[right]
        if right == suggest.tight(key):
            return right, Bilingual(
                f"{right} 旁边有多余的空格，有的看不见：整个删掉，重新打一遍 {right}。",
                f"There are blanks beside {right}, which may be invisible: delete all, type it anew.",
            )
        if certain:
            return right, Bilingual(
                f"“{label.zh}”的名称是 {right}，改成：{right}: …", f"Its key is {right}: write {right}: …"
            )
        return right, Bilingual(
            f"是不是 {right}（{label.zh}）？改成它。", f"Did you mean {right} ({label.en})? Write that."
        )
    return None, _elsewhere(root, holder, key, top) or _all(holder)


def _meant(key: str, told: dict[str, Label]) -> tuple[str | None, bool]:
    """The key that is meant, and whether that is certain: by its label, then by its spelling."""
    plain = suggest.bare(key)
    by_label = {label.zh: each for each, label in told.items()}
    if plain in by_label:
        return by_label[plain], True
    if plain.lower() in told:
        return plain.lower(), True
    near = suggest.near(plain.replace("-", "_"), told)
    if near:
        return near, False
    label = suggest.near(plain, by_label)
    return (by_label[label], False) if label else (None, False)


def _elsewhere(root: type[Model], holder: Shape, key: str, top: bool) -> Bilingual | None:
    """The advice for a key that belongs to another part: another mechanism, or the record itself."""
    if not top and key in labels(root):
        return Bilingual(
            f"{key} 应当写在最外层：检查这一行的缩进。",
            f"{key} belongs to the outermost level: see to this line's indentation.",
        )
    if holder.model in LINKAGES.values():
        owners = [model for model in LINKAGES.values() if key in labels(model)]
        if owners:
            zh = "、".join(_mechanism(model).zh for model in owners)
            en = ", ".join(_mechanism(model).en for model in owners)
            return Bilingual(
                f"{key} 只用于：{zh}。这个项目也用这种方式的，另写一条；不用的，删掉这一行。",
                f"{key} is for {en} only. Where the project has that, too, give it an entry of its own; "
                "else delete the line.",
            )
    return None


def _mechanism(model: type[Model]) -> Bilingual:
    code = next(code for code, each in LINKAGES.items() if each is model)
    return Bilingual(labels(model)["mechanism"].help.rstrip("。"), code)


def _all(holder: Shape) -> Bilingual:
    if not holder.model:
        return Bilingual("删掉这一行。", "Delete the line.")
    keys = wording.keys([holder.model])
    return Bilingual(f"删掉它，或者改成这里有的：{keys.zh}。", f"Delete it, or use one of: {keys.en}.")
