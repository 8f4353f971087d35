"""Templates as Python: every output goes through `finalize`, once; attributes and calls are Python's own.

Jinja escapes what `finalize` gives a second time, by markupsafe's rules, and asks of every attribute whether it is an
item, and of every function whether it wants the context. A page has ten thousand of these.

    {{ view.id }}    Jinja's: escape(environment.finalize(environment.getattr(l_1_view, 'id')))
                     here:    environment.finalize(l_1_view.id)

Constants go through `finalize` as well, which Jinja escapes by its own rules first. Blocks that print what nothing has
escaped are refused: `{% filter %}` and `{% call %}`.

Known limit: `{{ mapping.key }}` is an attribute here, never an item, and functions are not given the context.
"""

# ruff: noqa: D102, N802 (the methods are Jinja’s)

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator
from jinja2.utils import missing

from briefsite.pages.escape import markup

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping

    from jinja2.compiler import Frame, MacroRef
    from markupsafe import Markup


class PageCodeGenerator(CodeGenerator):
    """What compiles such templates."""

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:
        const = node.as_const(frame.eval_ctx)
        # The text of the template itself is the only thing that is printed as it is.
        return str(const if isinstance(node, nodes.TemplateData) else finalize.const(const))

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(finalize.src)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        if node.dyn_args or node.dyn_kwargs:
            self.fail("arguments are written one by one here", node.lineno)
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        if macro_ref.accesses_caller or macro_ref.accesses_kwargs or macro_ref.accesses_varargs:
            self.fail("a macro has the arguments that it names", macro_ref.node.lineno)
        names = tuple(argument.name for argument in macro_ref.node.args)
        self.write(f"environment.macro(macro, {names!r})")

    def visit_FilterBlock(self, node: nodes.FilterBlock, frame: Frame) -> None:
        self.fail("a filter block prints what its filter gives, which nothing escapes", node.lineno)

    def visit_CallBlock(self, node: nodes.CallBlock, frame: Frame) -> None:
        self.fail("a call block prints what is called, which nothing escapes", node.lineno)


class PageEnvironment(Environment):
    """An environment whose templates are compiled like this; it must have a `finalize`."""

    code_generator_class = PageCodeGenerator

    @staticmethod
    def macro(body: Callable[..., str], names: tuple[str, ...]) -> Callable[..., Markup]:
        """A macro as templates call it; its body knows what to do for an argument that is missing."""

        def call(*given: object, **named: object) -> Markup:
            if len(given) < len(names):
                given = (*given, *(named.pop(name, missing) for name in names[len(given) :]))
            return markup(body(*given, **named))

        return call

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The globals of a template; those of the environment themselves where it has none of its own."""
        return super().make_globals(d) if d else self.globals
