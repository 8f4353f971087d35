"""briefsite: source articles in, briefings that can be checked word for word out, published as a site.

The package has one part for each stage of the way. Read it from the top: each part imports only from
what stands above it.

    span, source, diagnostic, typography    positions, exact texts, problems, matching words
    lexicon/     word lists, one folder a language
    article/     seeds/* → Article: text that is never altered, and spans into it
    mentions/    Article → quotations, quantities, dates, names
    facts/       mentions → the facts of a briefing, one module a section
    briefing/    facts → Briefing → briefing/*.yaml, and back, and held against the source
    pages/       Briefing → docs/*.md
    running/     one function over many items: on the processes of this machine, or on a cluster
    pipeline/    the stages over the folders of a workspace
    report       problems → text, GitHub, JSON, SARIF
    live         watching the folders
    standalone   the built site opens from a folder as well, without a server
    search/      the index of a site with many briefings
    engine/      MkDocs made fast: an edit builds what it changes
    cli/, plugin the two shells: the command line, and MkDocs
"""

__version__ = "0.1.0"
