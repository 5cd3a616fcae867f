"""Writing a value as a newspaper would: in the notation of another figure, or in words."""

_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def in_notation(value: float, like: str) -> str:
    """Return a value with the decimal places, commas and end zeros of the figure `like`."""
    places = len(like.partition(".")[2])
    if not places:
        digits = like.replace(",", "")
        zeros = len(digits) - len(digits.rstrip("0")) if int(digits or 0) else 0
        rounded = round(value, -zeros) or value
        return f"{rounded:,.0f}" if "," in like or rounded >= 10000 else f"{rounded:.0f}"
    return f"{value:,.{places}f}" if "," in like else f"{value:.{places}f}"


def spelled(value: float) -> str:
    """Return a whole number below a thousand in words, "" for any other."""
    if value % 1 or not 0 <= value < 1000:
        return ""
    whole = int(value)
    if whole < 20:
        return _SMALL[whole]
    if whole < 100:
        tail = f"-{_SMALL[whole % 10]}" if whole % 10 else ""
        return _TENS[whole // 10 - 2] + tail
    rest = spelled(whole % 100) if whole % 100 else ""
    return f"{_SMALL[whole // 100]} hundred" + (f" and {rest}" if rest else "")
