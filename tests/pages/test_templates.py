"""The templates may not do what would get round the escaping."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, TemplateAssertionError, UndefinedError

import briefsite.pages
from briefsite.pages.environment import environment
from briefsite.pages.escape import escape

FOLDER = Path(briefsite.pages.__file__).parent / "templates"
TEMPLATES = {path.relative_to(FOLDER).as_posix(): path.read_text("utf-8") for path in sorted(FOLDER.rglob("*.jinja"))}


def test_there_are_templates() -> None:
    assert {"briefing.md.jinja", "blocks/timeline.md.jinja"} <= set(TEMPLATES)


@pytest.mark.parametrize("name", TEMPLATES)
def test_templates_neither_join_strings_nor_trust_them(name: str) -> None:
    inside = re.findall(r"\{[{%].*?[%}]\}", TEMPLATES[name])
    for expression in inside:
        plain = re.sub(r"\"[^\"]*\"|'[^']*'", "", expression)
        assert not re.search(r"~|\||\bformat\b", plain.replace("|length", "")) or "year|replace" in plain, expression
        assert not re.search(r"safe|escape|join", plain), expression


@pytest.mark.parametrize("name", TEMPLATES)
def test_block_elements_stand_on_lines_of_their_own(name: str) -> None:
    # python-markdown's md_in_html loses count of a <div> that opens and closes within the line of another.
    for line in TEMPLATES[name].splitlines():
        if 'markdown="' in line and not line.startswith("{%"):
            blocks = r"<(?:div|p|ul|ol|h[1-6]|li|details|fieldset|legend|summary|table|tbody|tr|td)\b"
            assert len(re.findall(blocks, line)) == 1, line


HOSTILE = "<b>*a* & {{ b }}"
"""Nothing of it may come through as it is."""

SHAPES = {
    "a value": "{{ text }}",
    "an attribute": "{{ holder.text }}",
    "an item": "{{ holder.texts[0] }}",
    "what a function gives": "{{ holder.said() }}",
    "what a function gives for it": "{{ holder.said(text, given=text) }}",
    "a constant": '{{ "<b>*a* & {{ b }}" }}',
    "one of two": "{{ text if text else 1 }}{{ 1 if not text else text }}",
    "a filter": "{{ text|trim }}",
    "a filter of a constant": '{{ "<b>*a* & {{ b }}"|trim }}',
    "joined": "{{ text ~ '' }}",
    "added": "{{ text + '' }}",
    "a loop": "{% for one in holder.texts %}{{ one }}{{ loop.index }}{% else %}{{ text }}{% endfor %}",
    "a loop in itself": "{% for one in [[text]] recursive %}{{ loop(one) if one is not string else one }}{% endfor %}",
    "a macro": "{% macro say(one) %}{{ one }}{% endmacro %}{{ say(text) }}",
    "a macro in a macro": "{% macro a(x) %}{{ x }}{% endmacro %}{% macro b(x) %}{{ a(x) }}{% endmacro %}{{ b(text) }}",
    "what a macro is not given": "{% macro say(one=text) %}{{ one }}{% endmacro %}{{ say() }}",
    "a macro from elsewhere": '{% import "macros" as part %}{{ part.say(text) }}',
    "a name from elsewhere": '{% from "macros" import say %}{{ say(text) }}',
    "an include": '{% include "plain" %}',
    "an include in a loop": '{% for text in holder.texts %}{% include "plain" %}{% endfor %}',
    "a set": "{% set one = text %}{{ one }}",
    "a set of several": "{% set one, two = [text, text] %}{{ one }}{{ two }}",
    "a set block": "{% set one %}{{ text }}{% endset %}{{ one }}",
    "a set block given to a function": "{% set one %}{{ text }}{% endset %}{{ t('{one}', one=one) }}",
    "a message": '{{ t("{text}", text=text) }}{{ tn("{text}", "{text}", 1, text=text) }}',
    "with": "{% with one = text %}{{ one }}{% endwith %}",
    "a block": "{% block one %}{{ text }}{% endblock %}",
    "a template that is filled in": '{% extends "base" %}{% block one %}{{ super() }}{{ text }}{% endblock %}',
    "where escaping is off": "{% autoescape false %}{{ text }}{% endautoescape %}",
    "a macro where escaping is off": "{% autoescape false %}{% macro a(x) %}{{ x }}{% endmacro %}{{ a(text) }}"
    "{% endautoescape %}",
    "a namespace": "{% set kept = namespace(text='') %}{% set kept.text = text %}{{ kept.text }}",
}


class Holder:
    text = HOSTILE
    texts = (HOSTILE,)

    def said(self, *_: str, **__: str) -> str:
        return HOSTILE


def shaped(template: str) -> Environment:
    more = {"macros": "{% macro say(one) %}{{ one }}{% endmacro %}", "plain": "{{ text }}"}
    more["base"] = "{% block one %}{{ text }}{% endblock %}"
    return environment().overlay(loader=DictLoader({"shape": template, **more}))


@pytest.mark.parametrize("template", SHAPES.values(), ids=SHAPES)
def test_whatever_a_template_prints_is_escaped(template: str) -> None:
    made = shaped(template).get_template("shape").render(text=HOSTILE, holder=Holder())
    once = escape(HOSTILE)
    assert once in made or escape(str(once)) in made  # twice where escaping was off
    assert re.sub(r"&#\d+;|[\w ]", "", made) == ""


@pytest.mark.parametrize(
    "template", ["{% filter trim %}{{ text }}{% endfilter %}", "{% call holder.said() %}{% endcall %}"]
)
def test_a_block_that_would_print_what_nothing_escapes_is_refused(template: str) -> None:
    with pytest.raises(TemplateAssertionError, match="nothing escapes"):
        shaped(template).get_template("shape")


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_output_of_the_compiled_templates_was_finalized(name: str) -> None:
    compiled = ast.parse(environment().compile(TEMPLATES[name], name=name, raw=True))
    for node in ast.walk(compiled):
        printed: list[ast.expr] = []
        if isinstance(node, ast.Yield) and node.value:
            printed = [node.value]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "append":
            printed = node.args
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "extend":
            [parts] = node.args
            assert isinstance(parts, ast.Tuple)
            printed = parts.elts
        for part in printed:
            source = ast.unparse(part)
            # What an include yields was printed by the template that it includes.
            assert isinstance(part, ast.Constant) or source in {"None", "event"} or _is_finalized(part), source


def _is_finalized(part: ast.expr) -> bool:
    return isinstance(part, ast.Call) and ast.unparse(part.func) == "environment.finalize"


def test_what_is_not_there_is_an_error_and_not_nothing() -> None:
    for template in ("{{ missing }}", "{{ holder.missing }}", "{{ missing.text }}", "{{ missing() }}"):
        with pytest.raises((UndefinedError, AttributeError)):
            shaped(template).get_template("shape").render(holder=Holder())
