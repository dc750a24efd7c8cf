#!/usr/bin/python3
"""Writes the word tables of Sources/Curation/Words that have a published source.

Each table names its sources with their versions in its first lines. What stands below its line "# By hand:" is edited by
hand and kept; tables that this script does not write are by hand altogether.
Needs, on Debian 12: python3-icu, wordnet-base, and the stop words that Snowball publishes and postgresql-15 ships
(`apt-get install postgresql-15`, or unpack it and set SNOWBALL_STOP to its tsearch_data); from PyPI: stopwordsiso, langdetect.

Usage: word_tables.py [DIRECTORY]
"""
import json
import math
import os
import re
import sys
import unicodedata
from importlib import metadata, resources
from pathlib import Path

import icu

ROOT = Path(__file__).resolve().parent.parent
WORDS = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "Sources/Curation/Words"
WORDNET = Path("/usr/share/wordnet")
SNOWBALL = Path(os.environ.get("SNOWBALL_STOP", "/usr/share/postgresql/15/tsearch_data"))
CLDR = f"Unicode CLDR, by ICU {icu.ICU_VERSION} (Unicode licence)"
WORDNET_SOURCE = "WordNet 3.0 (WordNet licence)"

BY_HAND = "# By hand:"

LANGUAGES = "en de fr es it pt nl sv da no fi pl cs hu ro ru uk el tr ar he hi".split()
SNOWBALL_NAMES = dict(
    da="danish", de="german", en="english", es="spanish", fi="finnish", fr="french", hu="hungarian", it="italian",
    nl="dutch", no="norwegian", pt="portuguese", ru="russian", sv="swedish", tr="turkish")
PLAIN = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i", "ŋ": "n",
    "ŧ": "t", "ς": "σ", "ſ": "s", "ʼ": "", "’": "", "'": ""}


def folded(word):
    """A word as Folding.swift makes it: in lower case, without accents."""
    kept = []
    for letter in unicodedata.normalize("NFKD", word):
        if unicodedata.category(letter) == "Mn" and not 0x900 <= ord(letter) < 0x1000:
            continue
        kept.append(PLAIN[letter] if letter in PLAIN else PLAIN.get(letter.lower(), letter.lower()))
    return "".join(kept).replace("'", "")


def words(text):
    """The folded words of a text, without soft hyphens and points."""
    return [folded(word) for word in re.split(r"[\s\-.,·]+", text.replace("\u00ad", "").replace("\u200b", "")) if word]


def unique(items):
    return list(dict.fromkeys(item for item in items if item))


def write(name, remarks, rows):
    """Writes a table, and keeps what stands by hand at the end of the one that it replaces."""
    path = WORDS / name
    lines = ["# " + remark for remark in ["Written by scripts/word_tables.py (`make word-tables`) from:"] + remarks]
    _, mark, kept = (path.read_text(encoding="utf-8") if path.exists() else "").partition("\n" + BY_HAND)
    text = "\n".join(lines + rows) + "\n"
    path.write_text(text + ("\n" + mark.lstrip() + kept if mark else ""), encoding="utf-8")


# Days and months

def symbols(language, read, contexts=(icu.DateFormatSymbols.FORMAT, icu.DateFormatSymbols.STANDALONE),
            widths=(icu.DateFormatSymbols.WIDE, icu.DateFormatSymbols.ABBREVIATED)):
    """By number, the names in all contexts and widths."""
    table = icu.DateFormatSymbols(icu.Locale(language))
    return [unique(names) for names in zip(*(read(table, c, w) for c in contexts for w in widths))]


def day_forms(language, day):
    """What CLDR names a day, and the plural or case that headlines use."""
    forms = [word for word in words(day) if len(word) >= 3][:1 if language == "pt" else None]
    endings = dict(en=("day", "s"), de=("tag", "s"), sv=("dag", "en"), da=("dag", "en"), no=("dag", "en"), fi=("tai", "na"))
    last, ending = endings.get(language, ("", ""))
    return forms + [form + ending for form in forms if ending and form.endswith(last)]


def weekdays():
    rows = [[] for _ in range(7)]
    for language in LANGUAGES:
        read = lambda table, context, width: table.getWeekdays(context, width)[1:]
        wide = symbols(language, read, widths=(icu.DateFormatSymbols.WIDE,))
        short = symbols(language, read) if language == "en" else wide
        for number, names in enumerate(short):
            for name in names:
                rows[(number + 6) % 7] += day_forms(language, name)
    seen = {}
    for number, row in enumerate(rows):
        for word in row:
            seen.setdefault(word, set()).add(number)
    return [unique(word for word in row if len(seen[word]) == 1) for row in rows]


def months():
    found = []
    for language in LANGUAGES:
        widths = (icu.DateFormatSymbols.WIDE, icu.DateFormatSymbols.ABBREVIATED)
        for names in symbols(language, lambda t, c, w: t.getMonths(c, w), widths=widths if language == "en" else widths[:1]):
            for name in names:
                found += [word for word in words(name) if len(word) >= 3 and not word.isdigit()]
    return unique(found)


def write_calendar():
    days = weekdays()
    write("weekdays.txt", [f"{CLDR}: days of the week, folded: the number of a day, from Monday, and its names,",
                           "with the plurals and cases in which headlines give them."],
          [f"{number} " + " ".join(row) for number, row in enumerate(days, 1)])
    write("calendar-words.txt", [f"{CLDR}: days and months, folded. What else a column changes by day stands in column-words.txt."],
          [" ".join(row) for row in days + [months()]])


# Numbers

# Number words of one language that mean something else in headlines of another, or are an article.
NOT_NUMBERS = set("""
sex otto once sei set dix to ti ni nu elf tio fire fem on due sept atta atte nio firs nitti atti hat pat opt noua mie mii
tre uno una tiz het ot cent kirk
""".split())


def spelled(language, number, kind):
    """The single words by which CLDR's rules spell a number out, in every gender and the cases that headlines use."""
    rules = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, icu.Locale(language))
    found = []
    for index in range(rules.getNumberOfRuleSetNames()):
        name = rules.getRuleSetName(index)
        if kind in name and not re.search("year|verbose|plural|[a-z]+(?:ess|lat|at)ive|essive", name.replace("partitive", "")):
            rules.setDefaultRuleSet(name)
            found.append(folded(rules.format(number).replace("\u00ad", "")))
    return unique(word for text in found for word in [without_one(text, number)] if re.fullmatch(r"[^\d\s\-.]+", word))


def without_one(text, number):
    """One hundred, one thousand: without the one."""
    parts = text.split()
    return parts[-1] if number in (100, 1000) and len(parts) == 2 else text


def number_rows(numbers, kind, foreign):
    """A row for each number: the words that stand for no other number and are no frequent word of another language."""
    rows = {number: unique(word for language in LANGUAGES for word in spelled(language, number, kind)
                           if is_plain(word, language, foreign)) for number in numbers}
    owners = {}
    for number, row in rows.items():
        for word in row:
            owners.setdefault(word, set()).add(number)
    return {number: [word for word in row if len(owners[word]) == 1] for number, row in rows.items()}


def is_plain(word, language, foreign):
    if language == "en":
        return True
    if len(word) < 3 and word.isascii() or word in NOT_NUMBERS:
        return False
    return all(word not in stops for other, stops in foreign.items() if other != language)


def write_numbers(stops):
    cardinals = list(range(2, 21)) + list(range(30, 100, 10)) + list(range(100, 1001, 100))
    rows = number_rows(cardinals, "cardinal", stops)
    remarks = [f"{CLDR}: rules for spelling numbers out. A value and its words in one word, folded; without words",
               "that mean something else in another language, and those for one, which are articles."]
    write("number-words.txt", remarks, [f"{number} " + " ".join(row) for number, row in rows.items() if row])
    write("number-scales.txt", [f"{CLDR}: compact forms of numbers. What a word behind a number multiplies it with, folded."],
          [f"{value} " + " ".join(units) for value, units in scales().items()])
    ordinals = number_rows(list(range(1, 21)), "ordinal", stops)
    write("ordinal-words.txt", [f"{CLDR}: rules for spelling ordinals out, in all genders and cases; folded."],
          [f"{number} " + " ".join(row) for number, row in ordinals.items() if row])


# CLDR writes these as a letter, or as what is another word besides.
NOT_SCALES = set("t e m b bi bn tn bil bill mill tri tril bin mia mr".split())


def scales():
    """By value, the words and short forms that multiply a number before them."""
    found = {}
    for language in LANGUAGES:
        for length in (icu.UNumberCompactStyle.SHORT, icu.UNumberCompactStyle.LONG):
            form = icu.CompactDecimalFormat.createInstance(icu.Locale(language), length)
            for value in (10 ** 3, 10 ** 5, 10 ** 6, 10 ** 7, 10 ** 9, 10 ** 12):
                for count in (1, 2, 5):
                    text = form.format(count * value)
                    number = re.match(r"\D*?(\d+)\D", text)
                    unit = [word for word in words(text) if not re.search(r"\d", word)]
                    if number and int(number[1]) == count and len(unit) == 1 and unit[0] not in NOT_SCALES:
                        found.setdefault(value, []).append((language, unit[0]))
    # A billion is a thousand millions in English and a million of them elsewhere: the first language has it.
    owners = {}
    for value, units in found.items():
        for language, unit in units:
            owners[unit] = min(owners.get(unit, (99, 0)), (LANGUAGES.index(language), value))
    return {value: unique(unit for _, unit in units if owners[unit][1] == value) for value, units in sorted(found.items())}


# Function words

def stop_lists():
    """By language, the folded stop words, and where they come from."""
    others = json.loads(resources.files("stopwordsiso").joinpath("stopwords-iso.json").read_text(encoding="utf-8"))
    lists = {}
    for language in LANGUAGES:
        if language in SNOWBALL_NAMES:
            path = SNOWBALL / (SNOWBALL_NAMES[language] + ".stop")
            found = path.read_text(encoding="utf-8").split()
        else:
            found = others[language]
        lists[language] = unique(folded(word) for word in found)
    return lists


def write_function_words(stops):
    remarks = ["Snowball's stop words, as Debian's postgresql-15 ships them (BSD licence), and for Polish, Czech, Romanian,",
               f"Ukrainian, Greek, Arabic, Hebrew and Hindi those of stopwordsiso {metadata.version('stopwordsiso')} (MIT licence); folded.",
               "A language and its function words: by them a text shows its language, and none of them says anything in it. Those",
               f"behind the bar are English words too (by the same list and {WORDNET_SOURCE}): they alone show nothing."]
    english = english_words() | set(stops["en"])
    rows = []
    for language, row in stops.items():
        plain = [word for word in row if re.fullmatch(r"[^\W\d_]+", word)]
        both = [word for word in plain if language != "en" and word in english]
        rows.append(" ".join([language] + [word for word in plain if word not in both] + (["|"] + both if both else [])))
    write("function-words.txt", remarks, rows)


def english_words():
    """The words of three letters or more that WordNet's texts have, with the forms of regular verbs and nouns."""
    found = set()
    for part in ("noun", "verb", "adj", "adv"):
        for line in (WORDNET / f"index.{part}").read_text(encoding="utf-8").splitlines():
            if line.startswith("  "):
                continue
            cells = line.split()
            tagged = cells[5 + int(cells[3])]
            if int(tagged) and len(cells[0]) >= 3 and cells[0].isalpha():
                found.update(cells[0] + ending for ending in ("", "s", "d", "ed"))
    return found


# Countries

# Languages that are called like the people of one country, in which they are the first.
NATIONAL = dict(
    da="DK", nl="NL", sv="SE", nb="NO", no="NO", fi="FI", pl="PL", cs="CZ", sk="SK", hu="HU", ro="RO", bg="BG", el="GR",
    tr="TR", ru="RU", uk="UA", it="IT", fr="FR", de="DE", es="ES", pt="PT", ja="JP", zh="CN", vi="VN", th="TH", et="EE",
    lv="LV", lt="LT", sl="SI", hr="HR", sr="RS", sq="AL", mk="MK", mn="MN", hy="AM", az="AZ", be="BY", kk="KZ")
# Languages in which names have case endings, which follow a vowel or replace it.
INFLECTED = "cs pl uk ru fi hu tr el ro".split()


def name_forms(language, name):
    """The folded name where it is one word; its beginning where the language gives names endings."""
    parts = words(re.sub(r"\(.*\)", "", name))
    if len(parts) != 1 or len(parts[0]) < 4:
        return []
    word = parts[0]
    return [re.sub("[aeiouyаеиіоуыьяюєїйαηιουω]{1,2}$", "", word) if language in INFLECTED and len(word) > 5 else word]


def language_forms(language, name):
    """The adjective that the name of a language is, without its ending."""
    parts = words(re.sub(r"\(.*\)", "", name))
    if language == "tr":
        parts = [part.removesuffix("ca").removesuffix("ce") for part in parts]
    if len(parts) != 1 or len(parts[0]) < 4:
        return []
    word = parts[0]
    if language in ("pl", "cs", "ru", "uk", "ro", "el"):
        word = re.sub("(tina|stina|ina)$", "", word) if language == "cs" else word
        word = re.sub("[aeiouyаеиіоуыьяюєїйαηιουω]{1,2}$", "", word)
    return [word] if len(word) >= 4 else []


def synsets(part):
    """By its offset, a synset of WordNet: its words and its pointers (kind, offset, part of speech, words)."""
    found = {}
    for line in (WORDNET / f"data.{part}").read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            continue
        cells = line.split(" | ")[0].split()
        count = int(cells[3], 16)
        lemmas = [cells[4 + 2 * index] for index in range(count)]
        rest = cells[4 + 2 * count:]
        pointers = [tuple(rest[1 + 4 * index:5 + 4 * index]) for index in range(int(rest[0]))]
        found[cells[0]] = (lemmas, pointers, line.split(" | ")[1])
    return found


def english_demonyms():
    """By the English name of a country, folded: adjectives and names of its people."""
    nouns, adjectives = synsets("noun"), synsets("adj")
    found = {}
    for table, kind in ((adjectives, "\\"), (nouns, "#m")):
        for lemmas, pointers, gloss in table.values():
            if table is nouns and not re.search("inhabitant|nationality|citizen", gloss):
                continue
            forms = [folded(lemma.split("(")[0]) for lemma in lemmas if lemma[0].isupper() and "_" not in lemma]
            for pointer, offset, part, _ in pointers:
                if pointer == kind and part == "n" and offset in nouns:
                    for place in nouns[offset][0]:
                        found.setdefault(folded(place.replace("_", " ")), []).extend(forms)
    return found


def phrase(name, stops):
    """The folded words of a name of several; nothing where it tells one country from another of its name, or says whose it is."""
    parts = [] if re.search(r"[,()]|SAR|\s[-–]\s", name) else words(name.replace("&", "and"))
    while parts and parts[0] in stops:
        parts = parts[1:]
    return " ".join(parts) if 2 <= len(parts) <= 4 and all(p.isalpha() and len(p) > 1 for p in parts) else ""


def write_known_names(stops):
    rows = []
    for language in LANGUAGES:
        for code in icu.Locale.getISOCountries() + ["EU", "EZ", "UN"]:
            form = phrase(icu.Locale("", code).getDisplayCountry(icu.Locale(language)), stops[language])
            rows += [f"{language} {code} {form}"] if form else []
    remarks = [f"{CLDR}: names of countries, of the European Union and the United Nations, in several words.",
               "A language, who is named, and the words of the name, folded; those in capitals count only in capitals."]
    write("known-names.txt", remarks, rows)


def write_countries(stops):
    demonyms = english_demonyms()
    rows = []
    for language in LANGUAGES:
        locale = icu.Locale(language)
        found = {}
        for code in icu.Locale.getISOCountries():
            name = icu.Locale("", code).getDisplayCountry(locale)
            found[code] = name_forms(language, name)
            if language == "en":
                found[code] += demonyms.get(folded(name), [])
        for tongue, code in NATIONAL.items():
            found[code] = found.get(code, []) + language_forms(language, icu.Locale(tongue).getDisplayLanguage(locale))
        owners = {}
        for code, forms in found.items():
            for form in forms:
                owners.setdefault(form, set()).add(code)
        for code, forms in found.items():
            forms = unique(f for f in forms if len(owners[f]) == 1 and len(f) >= 4 and f not in stops[language])
            if forms:
                rows.append(f"{language} {code} " + " ".join(forms))
    remarks = [f"{CLDR}: names of countries in one word, and of languages that are called like the people of one country;",
               f"{WORDNET_SOURCE}: English adjectives and names of people that belong to a country.",
               "A language, a country, and its words, folded; where names have case endings, beginnings of words."]
    write("countries.txt", remarks, rows)


# Cities

# What they are called in the languages of CLDR is the example of their time zone.
ZONES_OF_CITIES = ("Africa/", "America/", "Asia/", "Australia/", "Europe/")
# Called alike in most languages, and first names or other words in them.
NOT_ONLY_CITIES = set("sofia chita juba vostok syowa hovd".split())
# By language, words that mean something else: seen, tyrant, his horse, may come, soul.
OTHER_WORDS = dict(cs=["viden", "soul"], ro=["tiran"], tr=["atina"], fr=["vienne"], sv=["soul"], fi=["soul"])


def cities():
    """By the English name in one word, folded: the name in each language, of those with several names in Latin letters."""
    found = {}
    for zone in icu.TimeZone.createEnumeration():
        if not zone.startswith(ZONES_OF_CITIES):
            continue
        names = {}
        for language in LANGUAGES:
            form = icu.SimpleDateFormat("VVV", icu.Locale(language))
            form.setTimeZone(icu.TimeZone.createTimeZone(zone))
            names[language] = form.format(0.0)
        english = words(names["en"])
        others = [words(names[language]) for language in LANGUAGES if language in WRITTEN_IN_LATIN]
        if len(english) == 1 and sum(len(name) == 1 and name != english for name in others) >= 3:
            found[english[0]] = names
    return found


def write_cities(stops):
    table = (WORDS / "countries.txt").read_text(encoding="utf-8").splitlines()
    countries = {(row.split()[0], word) for row in table if not row.startswith("#") for word in row.split()[2:]}
    common = {lemma for part in ("noun", "verb", "adj", "adv") for lemmas, _, _ in synsets(part).values()
              for lemma in lemmas if lemma[0].islower()}
    rows = []
    named = sorted(cities().items())
    for language in LANGUAGES:
        for city, names in named:
            if city in common | NOT_ONLY_CITIES or ("en", city) in countries:
                continue
            for form in name_forms(language, names[language]):
                # The beginning of a word says more the longer it is.
                is_short = language in INFLECTED and language in WRITTEN_IN_LATIN and len(form) < 5
                if not (is_short or form in OTHER_WORDS.get(language, []) or form in stops[language]
                        or (language, form) in countries):
                    rows.append(f"{language} {city} {form}")
    remarks = [f"{CLDR}: names of cities, as examples of their time zones.",
               "A language, a city, and its name, folded; where names have case endings, beginnings of words."]
    write("cities.txt", remarks, rows)


# Words of opposite meaning

def write_antonyms():
    """English verbs and their antonyms, a pair a line."""
    pairs = set()
    for lemmas, pointers, _ in synsets("verb").values():
        for pointer, offset, part, ends in pointers:
            if pointer == "!" and part == "v":
                one, other = lemmas[int(ends[:2], 16) - 1], (offset, int(ends[2:], 16) - 1)
                pairs.add((one, other))
    verbs = synsets("verb")
    rows = set()
    for one, (offset, place) in pairs:
        other = verbs[offset][0][place]
        if all(re.fullmatch("[a-z]{3,}", word) for word in (one, other)):
            rows.add(" ".join(sorted((one, other))))
    write("antonyms.txt", [f"{WORDNET_SOURCE}: English verbs and their antonyms, a pair a line."], sorted(rows))


# Letters

# Languages of Latin letters: those that are read, and others that a text is not to be taken for one of.
WRITTEN_IN_LATIN = "cs da de en es fi fr hu it nl no pl pt ro sv tr".split()
OTHERS_IN_LATIN = "ca et hr id lt lv sk sl vi".split()
PATTERNS_OF_EACH = 2000
# What passes for the frequency of a pattern that is not among them.
FREQUENCY_OF_RARE = 1e-4


def patterns(language):
    """The commonest runs of one to three folded letters, "_" for the border of a word, and how much each says for the
    language: quarters of a bit above what is rare."""
    profile = json.loads((resources.files("langdetect") / "profiles" / language).read_text(encoding="utf-8"))
    found = {}
    for pattern, count in profile["freq"].items():
        letters = folded(pattern.replace(" ", "_")) if pattern.strip() else ""
        if re.fullmatch("[a-z_]{1,3}", letters) and letters != "_":
            found[letters] = found.get(letters, 0) + count / profile["n_words"][len(pattern) - 1]
    commonest = sorted(found.items(), key=lambda item: (-item[1], item[0]))[:PATTERNS_OF_EACH]
    rows = {}
    for letters, share in commonest:
        points = round(4 * (math.log2(share + FREQUENCY_OF_RARE) - math.log2(FREQUENCY_OF_RARE)))
        rows.setdefault(points, []).append(letters)
    return [f"{language} {points} " + " ".join(sorted(row)) for points, row in rows.items() if points > 0]


def write_letter_patterns():
    remarks = [f"The profiles of langdetect {metadata.version('langdetect')} (Apache License 2.0): a language, how much each of these runs",
               "of letters says for it, in quarters of a bit, and the runs, folded, with _ for the border of a word."]
    write("letter-patterns.txt", remarks,
          [row for language in WRITTEN_IN_LATIN + OTHERS_IN_LATIN for row in patterns(language)])


def main():
    stops = stop_lists()
    write_calendar()
    write_numbers(stops)
    write_function_words(stops)
    write_countries(stops)
    write_cities(stops)
    write_known_names(stops)
    write_antonyms()
    write_letter_patterns()


if __name__ == "__main__":
    main()
