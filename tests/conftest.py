"""What tests share. The gold texts lie beside the checkout, in ../shared; where they are absent their tests are skipped, loudly."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder beside the checkout that holds the gold texts and the yardstick; skips where it is absent."""
    if not (SHARED / "gold").is_dir():
        pytest.skip(f"no {SHARED}")
    return SHARED


@pytest.fixture
def dispatches() -> list[Path]:
    return sorted((Path(__file__).parents[1] / "examples").glob("*.txt"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if not (SHARED / "gold").is_dir():
        terminalreporter.write_line("SKIPPED: every test against the gold texts, for ../shared is absent", red=True, bold=True)
