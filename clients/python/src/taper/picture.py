"""A schedule as an SVG, for notebooks. It needs no plotting library."""

from collections.abc import Sequence
from html import escape

_WIDTH, _HEIGHT = 480, 160
_LEFT, _RIGHT, _TOP, _BOTTOM = 56, 12, 26, 24
_COLUMNS = _WIDTH - _LEFT - _RIGHT


def svg_of(multipliers: Sequence[float], peak: "float | None" = None, title: str = "") -> str:
    """The learning rate, or the multiplier where no peak is known, against the step.

    Of several steps in one column of the picture the least and the largest are drawn, so that no dip is lost.
    """
    top = max(multipliers) or 1.0
    ends = [_rate(0.0, peak), _rate(top, peak)]
    lines = "".join(
        f'<text x="{_LEFT - 6}" y="{y}" text-anchor="end">{escape(text)}</text>' for text, y in zip(ends, (_HEIGHT - _BOTTOM + 4, _TOP + 4))
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" height="{_HEIGHT}" role="img" '
        f'font-family="sans-serif" font-size="11" fill="currentColor"><title>{escape(title)}</title>'
        f'<text x="{_LEFT}" y="14">{escape(title)}</text>{lines}'
        f'<text x="{_LEFT}" y="{_HEIGHT - 6}">0</text><text x="{_WIDTH - _RIGHT}" y="{_HEIGHT - 6}" text-anchor="end">step {len(multipliers) - 1}</text>'
        f'<path d="M{_LEFT} {_TOP}V{_HEIGHT - _BOTTOM}H{_WIDTH - _RIGHT}" fill="none" stroke="currentColor" opacity=".4"/>'
        f'<polyline points="{" ".join(_points(multipliers, top))}" fill="none" stroke="#1f77b4" stroke-width="1.6"/></svg>'
    )


def _rate(multiplier: float, peak: "float | None") -> str:
    return f"{multiplier if peak is None else multiplier * peak:.3g}"


def _points(multipliers: Sequence[float], top: float) -> "list[str]":
    last = max(1, len(multipliers) - 1)
    height = _HEIGHT - _TOP - _BOTTOM

    def point(step: int) -> str:
        return f"{_LEFT + _COLUMNS * step / last:.1f},{_TOP + height * (1 - multipliers[step] / top):.1f}"

    if len(multipliers) <= 2 * _COLUMNS:
        return [point(step) for step in range(len(multipliers))]
    steps: list[int] = []
    for column in range(_COLUMNS):
        part = range(column * len(multipliers) // _COLUMNS, (column + 1) * len(multipliers) // _COLUMNS)
        steps += sorted({part[0], min(part, key=multipliers.__getitem__), max(part, key=multipliers.__getitem__), part[-1]})
    return [point(step) for step in steps]
