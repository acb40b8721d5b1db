"""A reply as Slack blocks: its order, Slack's limits, and nothing live from a name."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.reply.blocks import Block, blocks_of, escaped, fallback_text
from bot.reply.lines import Lines

FIGURE = "Agency rate, social workers, Assessment, Devon: 69% (27 of 39), 31 March 2024"
CARE = "One agency social worker is worth about 2.6 points here."
READ = "Read “asessment” as Assessment."
SOURCE = "Source: Devon, Children's Scrutiny Committee, June 2024, line 474."
LIVE = re.compile(r"[<>*_~`]|:[^\s:]+:|&(?!(?:amp|lt|gt);)")

names = st.text(
    st.sampled_from("<>&!@#|*_~`:;\n\t\r •%69ab\u202e\u200b\ud800\x00") | st.characters(),
    max_size=60,
)


def texts(blocks: list[Block]) -> list[str]:
    """Give the texts of all blocks, in order."""
    found: list[Block] = []
    for block in blocks:
        found += block["elements"] if block["type"] == "context" else [block["text"]]
    return [one["text"] for one in found]


def test_figures_then_care_then_small_print() -> None:
    blocks = blocks_of(Lines((FIGURE, "Yes."), (CARE,), (READ, SOURCE)))
    assert [block["type"] for block in blocks] == ["section", "section", "context"]
    assert texts(blocks) == [f"*{FIGURE}*\nYes.", CARE, READ, SOURCE]


def test_what_is_not_there_takes_no_block() -> None:
    assert texts(blocks_of(Lines(("You're welcome.",)))) == ["You're welcome."]


def test_of_several_figures_what_they_share_is_bold() -> None:
    said = ("This may mean several figures:", f"• {FIGURE}", f"• {FIGURE}")
    bold = (f"*{said[0]}*", *said[1:])
    assert texts(blocks_of(Lines(said, (), (SOURCE,))))[0] == "\n".join(bold)


def test_a_refusal_is_not_bold() -> None:
    said = "I don't hold that: agency rate, Education, Devon."
    assert texts(blocks_of(Lines((said,), (), (READ,))))[0] == said


def test_the_text_says_everything() -> None:
    lines = Lines((FIGURE, "Yes."), (CARE,), (READ, SOURCE))
    assert fallback_text(lines).splitlines() == [FIGURE, "Yes.", CARE, READ, SOURCE]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<!channel>", "&lt;!channel&gt;"),
        (
            "<@U1> & <https://evil.example|here>",
            "&lt;@U1&gt; &amp; &lt;https://evil.example|here&gt;",
        ),
        ("&lt;!here&gt;", "&amp;lt;!here&amp;gt;"),
        (
            "*Bold* _slanted_ ~struck~ `code`",
            "\uff0aBold\uff0a \uff3fslanted\uff3f \uff5estruck\uff5e \uff40code\uff40",
        ),
        (":boom::fire: 10:30", "\uff1aboom:\uff1afire: 10:30"),
        ("> quoted", "\uff1e quoted"),
        ("two\n> lines\there", "two &gt; lines here"),
        ("\u202e%96\u202c\u200b\x07", "%96"),
        ("Health & Wellbeing: 69%", "Health &amp; Wellbeing: 69%"),
    ],
)
def test_a_name_is_shown_as_it_is_written(written: str, shown: str) -> None:
    assert escaped(written) == shown


@given(names)
@example("<!channel|x>")
@example("\u200b> *x*")
@example("a:b\u200bc:d")
def test_no_name_is_live(name: str) -> None:
    lines = Lines((f"Agency rate, {name}: 69%", name), (name,), (name, SOURCE))
    for text in (*texts(blocks_of(lines)), fallback_text(lines)):
        plain = re.sub(r"\A\*(.*)\*$", r"\1", text, flags=re.MULTILINE)
        assert not LIVE.search(plain)
        text.encode()


@given(
    st.lists(st.integers(0, 4_000), max_size=80),
    st.lists(st.integers(0, 4_000), max_size=80),
    st.sampled_from(["a", "&", "<", "*"]),
)
def test_no_reply_is_too_long_for_slack(said: list[int], small: list[int], letter: str) -> None:
    lines = Lines(
        tuple(letter * size for size in said),
        tuple(letter * size for size in small),
        (*(letter * size for size in small), SOURCE),
    )
    blocks = blocks_of(lines)
    assert len(blocks) <= 50
    assert all(0 < len(text) <= 3_000 for text in texts(blocks))
    assert all(len(block["elements"]) <= 10 for block in blocks if block["type"] == "context")
    assert sum(map(len, texts(blocks))) <= 11_000
    assert len(fallback_text(lines)) <= 40_000


def test_what_is_left_out_is_counted() -> None:
    said = tuple(f"• Team {number:03}, {'x' * 90}" for number in range(100))
    *shown, last = "\n".join(texts(blocks_of(Lines(said)))).splitlines()
    assert shown == list(said[: len(shown)])
    assert last == f"… and {100 - len(shown)} more."


def test_a_line_too_long_is_cut_with_a_count() -> None:
    [text] = texts(blocks_of(Lines(("x" * 5_000,))))
    assert text == f"{'x' * 2_860} … and 2,140 more characters."


def test_a_cut_leaves_no_half_of_an_entity() -> None:
    [text] = texts(blocks_of(Lines(("x" * 2_857 + "&" * 100,))))
    assert text.startswith(f"{'x' * 2_857} … and ")


def test_ten_elements_of_small_print_and_no_more() -> None:
    [said, *small] = texts(blocks_of(Lines(("Yes.",), (), tuple(f"Line {n}." for n in range(12)))))
    assert said == "Yes."
    assert len(small) == 10
    assert small[-2:] == ["Line 8.", "… and 3 more."]
