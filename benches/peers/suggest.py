#!/usr/bin/env python3
"""Dates that sentences name, beside dateparser (PyPI), in the same run.

  suggest.py SAHELSCOPE EXPRESSIONS.tsv

The table is that of the tests (src/suggest/dates/expressions.tsv): language, publication, sentence, the EDTF values in their
order. One JSON object a language and program: of the values that are expected, how many are found as they are; how many as a
day inside of what the words say, which is more exact than they are; how many otherwise or not at all; and how many more are
given where the sentence has none. dateparser is told language and publication, as we are, and to prefer the past.
"""
import collections, datetime, json, subprocess, sys

from dateparser.search import search_dates


def ours(program, lang, published, sentence):
    command = [program, "suggest", "-", "--lang", lang, "--published", published, "--json"]
    run = subprocess.run(command, input=sentence, capture_output=True, text=True, check=True)
    return [it["value"] for it in json.loads(run.stdout) if it["kind"] == "date"]


def peers(lang, published, sentence):
    first = published.split("/")[0]
    first += "-01" * (2 - first.count("-"))
    settings = {"RELATIVE_BASE": datetime.datetime.fromisoformat(first), "PREFER_DATES_FROM": "past"}
    found = search_dates(sentence, languages=[lang], settings=settings) or []
    return [moment.date().isoformat() for _, moment in found]


def is_inside(day, edtf):
    """Whether a day lies in what an EDTF value without a season says."""
    begin, _, end = edtf.rstrip("~?%").partition("/")
    end = end or begin
    after = begin in ("", "..") or day[: len(begin)] >= begin
    return after and (end in ("", "..") or day[: len(end)] <= end)


def judge(tally, expected, found):
    """Pairs what is expected with what is found, the same first."""
    rest = list(found)
    missing = []
    for value in expected:
        if value in rest:
            rest.remove(value)
            tally["same"] += 1
        else:
            missing.append(value)
    unfound = 0
    for value in missing:
        inside = next((it for it in rest if len(it) == 10 and is_inside(it, value)), None)
        if inside is None:
            unfound += 1
        else:
            rest.remove(inside)
    tally["too exact"] += len(missing) - unfound
    tally["other or none"] += unfound
    # What is wrong stands for a value that was not found, as long as there are some.
    tally["besides"] += max(0, len(rest) - unfound)


def main(program, table):
    tallies = collections.defaultdict(collections.Counter)
    for line in open(table, encoding="utf-8"):
        if line.startswith("#") or not line.strip():
            continue
        lang, published, sentence, values = line.rstrip("\n").split("\t")
        expected = [] if values == "-" else values.split()
        for name, found in (
            ("sahelscope", ours(program, lang, published, sentence)),
            ("dateparser", peers(lang, published, sentence)),
        ):
            tallies[lang, name]["expected"] += len(expected)
            judge(tallies[lang, name], expected, found)
    for (lang, name), tally in sorted(tallies.items()):
        print(json.dumps({"lang": lang, "program": name, **tally}))


if __name__ == "__main__":
    main(*sys.argv[1:])
