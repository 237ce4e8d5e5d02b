"""From a judgment, or from a few answers, to the file of a new case.

``documents`` reads a document: ``word`` (with ``word_numbers``), ``web`` and ``pdf`` (with ``lines``) turn it into
``blocks``; ``numbering`` finds the court's paragraph numbers, ``typeset`` writes Markdown that a build reads back as
the same words. ``guesses`` (with ``guess_dates`` and ``guess_laws``) says what the case seems to be, ``answers`` holds
what the editor says against the rules of ``check``, ``ids`` proposes the address, ``case_file`` writes the commented
file.
"""
