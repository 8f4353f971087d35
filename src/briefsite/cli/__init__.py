"""argv → stages → report → exit status. Holds no knowledge of articles.

Exit status: 0 clean, 1 problems in somebody's files, 2 could not run.
"""

from __future__ import annotations

import sys

import click

from briefsite import __version__
from briefsite.cli import add, checking, site, streams, workspaces
from briefsite.diagnostic import BriefsiteError
from briefsite.report import report

__all__ = ["main"]


class _Group(click.Group):
    """Catches, once, what stops a command."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except BriefsiteError as error:
            click.echo(report([error.diagnostic], "text"), err=True, nl=False)
            ctx.exit(2)
        except BrokenPipeError:
            # `briefsite extract … | head`: the reader has enough. Python would complain again at exit.
            sys.stderr.close()
            ctx.exit(0)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)  # in the order of the work, not of the alphabet


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="briefsite %(version)s")
def main() -> None:
    r"""Articles in seeds/ become briefings in briefing/, and a published site.

    \b
      seeds/ → draft → briefing/ → render → docs/ → MkDocs → site/
    """


for command in (
    workspaces.new,
    add.add,
    site.draft_command,
    site.render_command,
    site.build,
    site.serve,
    checking.check_command,
    streams.extract,
    streams.mentions,
    workspaces.diff,
    streams.schema_command,
):
    main.add_command(command)
