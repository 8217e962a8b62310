"""Parts of a value made anew, however deep they lie."""

from __future__ import annotations

from types import MappingProxyType

from hypothesis import given
from hypothesis import strategies as st

from papers.findings import Place
from papers.model.rewriting import rewritten
from papers.model.text import ItemList, ListItem, Paragraph, Run, Text

VALUES = st.recursive(
    st.text(max_size=5) | st.integers() | st.none(),
    lambda inside: st.tuples(inside, inside) | st.dictionaries(st.text(max_size=5), inside, max_size=3),
    max_leaves=12,
)


def a_text(*words: str) -> Text:
    items = tuple(ListItem(runs=(Run(text=each, where=Place("narrative.md", line=3)),)) for each in words)
    return Text(blocks=(Paragraph(runs=(Run(text="First"),)), ItemList(items=items)))


def test_parts_deep_inside_models_are_made_anew():
    loud = rewritten(a_text("one", "two"), Run, lambda run: run.model_copy(update={"text": run.text.upper()}))
    assert list(loud.paragraphs()) == ["FIRST", "ONE", "TWO"]


def test_texts_are_made_anew_in_dataclasses_too():
    told = rewritten((a_text("one"), {"one": Place("one.md")}), str, lambda words: words.replace("one", "two"))
    assert list(told[0].paragraphs()) == ["First", "two"]
    assert told[0].blocks[1].items[0].runs[0].where == Place("narrative.md", line=3)
    assert told[1] == {"two": Place("two.md")}


def test_what_does_not_change_stays_the_very_same():
    text = a_text("one", "two")
    changed = rewritten(text, str, lambda words: words.replace("two", "three"))
    assert changed.blocks[0] is text.blocks[0]
    assert changed.blocks[1] is not text.blocks[1]


@given(VALUES)
def test_a_value_of_which_nothing_changes_is_itself(value):
    frozen = MappingProxyType(value) if isinstance(value, dict) else value
    assert rewritten(frozen, str, lambda words: words) is frozen


@given(VALUES)
def test_every_text_is_met_once(value):
    met: list[str] = []

    def noted(words: str) -> str:
        met.append(words)
        return words

    def texts(inside):
        match inside:
            case str():
                return [inside]
            case tuple():
                return [words for each in inside for words in texts(each)]
            case dict():
                return [words for pair in inside.items() for words in texts(pair)]
        return []

    rewritten(value, str, noted)
    assert sorted(met) == sorted(texts(value))
