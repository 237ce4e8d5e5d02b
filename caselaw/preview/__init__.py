"""The preview: the site as it would become, drafts included, on this machine only and anew with each change.

``state`` holds the library in memory, so that a changed case is shown at once; ``background`` renders all pages and the
search in a process of its own; ``watching`` hears of changes, ``answers`` and ``server`` show it, ``session``
joins them. Nothing is written but into a temporary folder.
"""
