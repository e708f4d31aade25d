"""What lies among the records and is none."""

from dataclasses import replace

from generator.findings.finding import Grade
from generator.reading.problems.make import problem

UNREAD = replace(
    problem(
        "Y033",
        ("文件没有读", "File not read"),
        (
            "没有读的文件，不检查，也不公示。放在记录中间，容易以为已经公示了。",
            "What is not read is neither checked nor published, though it lies among what is.",
        ),
        ("这个文件没有读：{why}。", "This file is not read: {why}."),
        (
            "{rename}不是项目记录的，移到 data/projects 外面。",
            "{rename}If it is no project's record, move it out of data/projects.",
        ),
    ),
    grade=Grade.WARNING,
)

PROBLEMS = (UNREAD,)
