"""docs/embedding.md names everything that a page or a keeper can set, and nothing that is not there."""

from __future__ import annotations

import re

from careerbot.channels.web import Settings
from careerbot.channels.widget_files import WIDGET
from careerbot.paths import PROJECT

GUIDE = (PROJECT / "docs" / "embedding.md").read_text(encoding="utf-8")


def test_every_custom_property_is_described() -> None:
    styles = (WIDGET / "careerbot.css").read_text(encoding="utf-8")
    assert set(re.findall(r"`(--careerbot-[a-z-]+)`", GUIDE)) == set(re.findall(r"var\((--careerbot-[a-z-]+)", styles))


def test_every_attribute_is_described() -> None:
    script = (WIDGET / "element.js").read_text(encoding="utf-8")
    styles = (WIDGET / "careerbot.css").read_text(encoding="utf-8")
    table = GUIDE.split("### Attributes")[1].split("###")[0]
    used = set(re.findall(r'Attribute\("(\w+)"', script)) | set(re.findall(r":host\(\[(\w+)=", styles))
    assert set(re.findall(r"^\| `(\w+)`", table, re.MULTILINE)) == used


def test_every_setting_is_described() -> None:
    credentials = (PROJECT / "credentials.yml").read_text(encoding="utf-8")
    for name in Settings.__struct_fields__:
        assert f"{name}:" in GUIDE or f"`{name}`" in GUIDE
        assert f"# {name}:" in credentials
