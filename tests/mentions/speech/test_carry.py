"""Who says what stands alone: the sentence, the signature or the label beside it tells, or nobody is taken."""

from __future__ import annotations

import pytest

from heard import speech


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        pytest.param("“Why now?” Ada Holm pressed. “Is it money?”", ["Ada Holm"] * 2, id="any verb behind a question"),
        pytest.param(
            "“Fine!” Ada Holm, the mayor, said of the plans that they brought.",
            ["Ada Holm"],
            id="an apposition, and more",
        ),
        pytest.param("“Why now?” Ada Holm answered, “It is late.”", [None, "Ada Holm"], id="what leads to the next"),
        pytest.param("Jo Reyes left.\n\n“What a day!”\n\n— Ada Holm, mayor of Lyon", ["Ada Holm"], id="a signature"),
        pytest.param("Holm: “Is it late?”\n\nReyes: “It is.”", ["Holm", "Reyes"], id="a transcript"),
        pytest.param("Ada Holm spoke to us.\n\nQ: “Is it late?”\n\nA: “It is.”", [None, "Ada Holm"], id="Q and A"),
        pytest.param(
            "Ada Holm spoke to us.\n\n“Is it late?”\n\n“It is late.”",
            [None, "Ada Holm"],
            id="a question and its answer",
        ),
        pytest.param("Ada Holm spoke to us.\n\n“It is late.”", ["Ada Holm"], id="the subject before"),
        pytest.param("Wait, it gets better:\n\n“It is late.”", [None], id="a first word that is nobody"),
        pytest.param("The challenge was plain: “It is late.”", [None], id="a thing that says nothing"),
        pytest.param("Her letter was plain: “It is late.”", ["Her letter"], id="a thing that is read"),
    ],
)
def test_who_says_what_stands_alone(text: str, speakers: list[str | None]) -> None:
    assert [speaker for _, speaker in speech(text)] == speakers
