"""``python -m generator`` is ``gongshi``."""

from generator.cli import run

if __name__ == "__main__":
    run()
