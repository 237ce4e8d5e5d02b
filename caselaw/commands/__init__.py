"""The commands of ``build.py``, one module each: parse, call, print, exit.

``options`` holds what several commands take, ``output`` what they print and how they end.
"""
