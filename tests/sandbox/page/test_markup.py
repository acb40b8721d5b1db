import pytest

from bot.sandbox.page.markup import mrkdwn, plain

NAMED = {"U1": "Anna <Ward>", "C1": "general"}

DRAWN = {
    "*45%* of posts": "<strong>45%</strong> of posts",
    "_Read_ as": "<em>Read</em> as",
    "~old~": "<s>old</s>",
    "*bold _and italic_*": "<strong>bold <em>and italic</em></strong>",
    "2 * 3 * 4": "2 * 3 * 4",
    "snake_case_name": "snake_case_name",
    "`a*b*`": "<code>a*b*</code>",
    "```a\nb```": "<pre>a\nb</pre>",
    "one\ntwo": "one<br>two",
    "> said\nthen": "<blockquote>said</blockquote>then",
    "&gt; said": "<blockquote>said</blockquote>",
    "<@U1>": '<span class="mention">@Anna &lt;Ward&gt;</span>',
    "<#C1>": '<span class="mention">#general</span>',
    "<!here>": '<span class="mention">@here</span>',
    "a &lt; b &amp; c": "a &lt; b &amp; c",
    ":wave: :unheard_of:": "👋 :unheard_of:",
}

HARMLESS = (
    "<script>alert(1)</script>",
    "<javascript:alert(1)|press>",
    '*<img src=x onerror="alert(1)">*',
    "`</code><b onclick=x>`",
    "&lt;script&gt;",
)


@pytest.mark.parametrize(("text", "html"), DRAWN.items(), ids=DRAWN)
def test_slack_s_markup_is_drawn(text: str, html: str) -> None:
    assert mrkdwn(text, NAMED) == html


def test_a_link_leads_out_of_the_page() -> None:
    drawn = mrkdwn("<https://example.org/?a=1&amp;b=2|the report>", NAMED)

    assert 'href="https://example.org/?a=1&amp;b=2"' in drawn
    assert 'target="_blank">the report</a>' in drawn


@pytest.mark.parametrize("text", HARMLESS)
def test_nothing_in_a_text_does_anything(text: str) -> None:
    for drawn in (mrkdwn(text, NAMED), plain(text)):
        assert "<script" not in drawn
        assert "<img" not in drawn
        assert "<b " not in drawn
        assert "href" not in drawn


def test_plain_text_has_no_markup_but_emoji() -> None:
    assert plain("*45%* :chart_with_upwards_trend:") == "*45%* 📈"
