"""Citations: what readers take away to cite a case, in words and in the formats of reference managers.

``citation`` says what is cited, ``wording`` writes it for people, ``bibtex``, ``ris`` and ``csl`` for programs.
"""
