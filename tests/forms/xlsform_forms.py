"""Any form that can be written: for the round trip through a workbook."""

from hypothesis import strategies as st

from pug_desktop.forms.schema import AUTO_SOURCES, FREQUENCIES, ROLLUP_GIVES, AnswerKind

K = AnswerKind
OPTIONS = (K.ENUM, K.ENUM_WITH_YEAR, K.MULTI_ENUM)
MAYBE_OPTIONS = (K.RATIO_AND_COUNT, K.CURRENCY_AND_PERCENTAGE)
ITEMS = (K.CHECKLIST, K.CHECKLIST_DATES, K.DECIMAL_MULTI, K.RATIO_MULTI)
FRACTIONS = (K.RATIO, K.RATIO_AND_COUNT, K.RATIO_MULTI)
UNITS = (K.INTEGER, K.INTEGER_BY_SEX, K.INTEGER_WITH_LIST, K.DECIMAL)
YES_NO = (K.BOOLEAN, K.BOOLEAN_WITH_REFERENCE, K.BOOLEAN_WITH_VALUE)
NUMBERS = (K.INTEGER, K.INTEGER_WITH_LIST, K.CURRENCY_IDR, K.CURRENCY_AND_PERCENTAGE)
CHOICES = (K.ENUM, K.ENUM_WITH_YEAR)
WHOLE = (*NUMBERS, K.INTEGER_BY_SEX, K.ENUM_WITH_YEAR)

# What Excel and a person's hand keep: no control characters, no blanks at the ends (docs/xlsform.md).
_letters = st.characters(min_codepoint=32, max_codepoint=0x24F, exclude_categories=("Cc", "Cf", "Zs"))
_word = st.text(_letters, min_size=1, max_size=8).filter(lambda text: bool(text.strip()))
words = st.lists(_word, min_size=1, max_size=4).map(" ".join)
lines = st.lists(words, min_size=1, max_size=3).map("\n".join)
texts = st.fixed_dictionaries({"id": lines, "en": lines})
messages = st.fixed_dictionaries({"id": words, "en": words})
names = st.from_regex(r"[A-Za-z][A-Za-z0-9_-]{0,6}(\.[0-9]{1,3})?", fullmatch=True)
whole = st.integers(0, 10**9)
decimals = st.from_regex(r"(0|[1-9][0-9]{0,4})(\.[0-9]{1,3})?", fullmatch=True)
days = st.dates().map(lambda day: day.isoformat())


def _choices(draw):
    found = draw(st.lists(names, min_size=1, max_size=4, unique_by=str.casefold))
    return [{"name": name, **draw(texts)} for name in found]


def _bounds(draw, kind):
    values = {K.DATE: days, K.DECIMAL: decimals, K.DECIMAL_MULTI: decimals}.get(kind, whole)
    order = float if values is decimals else (lambda each: each)
    low, high = sorted(draw(st.tuples(values, values)), key=order)
    return {key: value for key, value in (("min", low), ("max", high)) if draw(st.booleans())}


def _comparison(draw, question):
    """A comparison that can hold for answers to that question."""
    kind = K(question["kind"])
    kinds = ["answered"]
    if kind in NUMBERS:
        kinds += ["at_least", "less_than"]
    if kind in (*YES_NO, *NUMBERS, *CHOICES, K.TEXT):
        kinds += ["equals", "one_of"]
    operator = draw(st.sampled_from(kinds))
    if operator == "answered":
        return {"answered": draw(st.booleans())}
    if kind in YES_NO:
        value = st.booleans()
    elif kind in NUMBERS:
        value = whole
    elif kind in CHOICES:
        value = st.sampled_from([each["name"] for each in question["options"]])
    else:
        value = words
    if operator != "one_of":
        return {operator: draw(value)}
    several = draw(st.lists(value, min_size=2, max_size=3, unique=True)) if kind not in CHOICES else None
    if several is None:
        several = [each["name"] for each in question["options"]]
        return {"one_of": several} if len(several) > 1 else {"equals": several[0]}
    return {"one_of": several}


def _question(draw, name, earlier):
    kind = draw(st.sampled_from(list(K)))
    told = {"name": name, "kind": kind.value, "label": draw(texts)}
    if draw(st.booleans()):
        told["hint"] = draw(texts)
    if kind in OPTIONS or (kind in MAYBE_OPTIONS and draw(st.booleans())):
        told["options"] = _choices(draw)
    if kind in ITEMS:
        told["items"] = _choices(draw)
    if kind in FRACTIONS:
        told |= {"numerator": draw(texts), "denominator": draw(texts)}
    if kind in UNITS and draw(st.booleans()):
        told["unit"] = draw(texts)
    if draw(st.booleans()):
        told["note"] = draw(texts)
    if draw(st.booleans()):
        told |= {"evidence": draw(st.lists(words, min_size=1, max_size=3)), "evidence_required": draw(st.booleans())}
    if draw(st.booleans()):
        told["basis"] = draw(st.lists(words, max_size=2))
    told["frequency"] = draw(st.sampled_from(FREQUENCIES))
    if draw(st.booleans()):
        told["auto_from"] = draw(st.sampled_from(AUTO_SOURCES))
    rules = [rule for rule, gives in ROLLUP_GIVES.items() if gives is kind]
    if rules and draw(st.booleans()):
        told["rollup"] = {"source": draw(names), "rule": draw(st.sampled_from(rules))}
        if draw(st.booleans()):
            told["rollup"]["of"] = "offices"
    if draw(st.booleans()):
        told["lke_group"] = draw(names)
    _rules(draw, told, kind, earlier)
    return told


def _rules(draw, told, kind, earlier):
    def about():
        question = draw(st.sampled_from(earlier))
        return {"question": question["name"], **_comparison(draw, question)}

    if kind in (*WHOLE, K.DECIMAL, K.DATE) and draw(st.booleans()):
        told |= _bounds(draw, kind)
    if kind is K.DECIMAL_MULTI:
        same = draw(st.none() | st.just(_bounds(draw, kind)))
        if same is not None:
            told |= same
        else:
            # Bounds that all items share come back as those of the question: the first here has none, or it is alone.
            for item in told["items"][1:]:
                item |= _bounds(draw, kind)
    if earlier and draw(st.booleans()):
        told["relevant"] = about()
    required = draw(st.sampled_from(["no", "yes", "if"]))
    if required == "yes" or (required == "if" and earlier):
        told["required"] = True if required == "yes" else about()
    constraints = []
    for _ in range(draw(st.integers(0, 2))):
        check = {"question": told["name"], **_comparison(draw, told)}
        if earlier and draw(st.booleans()):
            check = about()
        made = {**check, "message": draw(messages)}
        if earlier and draw(st.booleans()):
            made["when"] = about()
        constraints.append(made)
    # In the workbook warnings stand in columns of their own, so they come back after the errors.
    for number, each in enumerate(constraints):
        if number and draw(st.booleans()):
            each["severity"] = "warning"
    if constraints:
        told["constraint"] = constraints


@st.composite
def forms(draw):
    """The tables of a form file."""
    codes = draw(st.lists(names, min_size=1, max_size=5, unique_by=str.casefold))
    cuts = draw(st.integers(1, len(codes)))
    asked, sections = [], []
    for number, some in enumerate([codes[:cuts], codes[cuts:]], start=1):
        questions = []
        for name in some:
            question = _question(draw, name, asked)
            asked.append(question)
            questions.append(question)
        if questions:
            section = {"name": f"bagian{number}x", "label": draw(texts), "definition": draw(texts)}
            if draw(st.booleans()):
                section |= {"lke_group": draw(names), "aliases": draw(st.lists(words, max_size=2))}
            sections.append({**section, "question": questions})
    return {
        "form": draw(st.from_regex(r"[a-z][a-z0-9-]{0,10}", fullmatch=True)),
        "version": draw(st.integers(1, 99)),
        "title": draw(texts),
        "source": draw(words),
        "section": sections,
    }
