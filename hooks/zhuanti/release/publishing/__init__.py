"""Publishing: a built site becomes what readers get, in one step, and there is always a way back.

``paths`` are the names of everything on a target, ``phases`` the one list of steps, ``targets`` a module a kind of place.
Which release was before is written down in receipts; no file's time is ever asked.
"""
