"""Tables and bars as text in columns, for a block of fixed-width type."""

from __future__ import annotations

from careerbot.advice.reply import BarChart, Table

_BAR_WIDTH = 20
_CELL_WIDTH = 28  # wider cells would make a phone scroll sideways


def table_text(table: Table) -> str:
    """The rows under their column names, in columns; long cells go on below themselves."""
    cells = [[_wrapped(cell) for cell in row] for row in (table.columns, *table.rows)]
    widths = [max(len(line) for row in cells for line in row[column]) for column in range(len(table.columns))]
    lines = [_row(row, widths) for row in cells]
    return "\n".join([lines[0], "  ".join("-" * width for width in widths), *lines[1:]])


def _row(cells: list[list[str]], widths: list[int]) -> str:
    height = max(map(len, cells))
    return "\n".join(
        "  ".join(
            (lines[level] if level < len(lines) else "").ljust(width)
            for lines, width in zip(cells, widths, strict=True)
        ).rstrip()
        for level in range(height)
    )


def _wrapped(cell: str) -> list[str]:
    lines = [""]
    for word in cell.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > _CELL_WIDTH:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def bars_text(chart: BarChart) -> str:
    """One line a bar: its label, a bar as long as its share of a full one, and how it is said."""
    label_width = max((len(bar.label) for bar in chart.bars), default=0)
    return "\n".join(
        f"{bar.label.ljust(label_width)}  {('█' * max(1, round(abs(bar.value) / chart.full * _BAR_WIDTH))).ljust(_BAR_WIDTH)}"
        f"  {bar.shown}"
        for bar in chart.bars
    )
