"""What courts decide, counted from the cases themselves: pure, from the front matter alone, nothing unverified inside.

``counting`` says which statements of a chain of decisions count, so that no defendant is counted twice. Each of the
other modules makes one table of them.
"""
