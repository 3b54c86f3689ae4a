"""What a document is called in a sentence: its title in marks, its number without."""


def in_marks(title: str) -> str:
    """A title in 《》; marks inside it turn to 〈〉 and those inside these to 《》 again, as GB/T 15834 has it."""
    signs: list[str] = []
    depth = 1
    for sign in _bare(title):
        if sign in "《〈":
            signs.append("《〈"[depth % 2])
            depth += 1
        elif sign in "》〉" and depth > 1:
            depth -= 1
            signs.append("》〉"[depth % 2])
        else:
            signs.append(sign)
    return f"《{''.join(signs)}》"


def called(name: str) -> str:
    """A title in its marks, a number as it is; nothing stays nothing."""
    return name if not name or name.endswith("号") else in_marks(name)


def _bare(title: str) -> str:
    """Without the marks of an editor who already put some around the whole title."""
    whole = title.startswith("《") and title.endswith("》") and "》" not in title[1:-1]
    return title[1:-1] if whole else title
