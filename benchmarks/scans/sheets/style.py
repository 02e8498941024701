"""The style sheet of a look."""

from benchmarks.scans.sheets.looks import Look

_COMMON = """
* { box-sizing: border-box; }
body { margin: 0; }
p { margin: 0; }
section { break-before: page; position: relative; }
section:first-child { break-before: auto; }
section.wide { page: wide; }
.letterhead { text-align: center; font-size: 30pt; letter-spacing: .08em; line-height: 1.35; }
.joint { display: flex; justify-content: center; align-items: center; gap: .5em; }
.joint .agencies p { text-align: justify; text-align-last: justify; }
.number { text-align: center; padding: 10pt 0; }
.under-head { border-bottom: 1.5pt solid; margin-bottom: 22pt; }
.title { text-align: center; font-size: 20pt; line-height: 1.5; margin: 14pt 0 18pt; text-wrap: balance; }
.text, .annex-list { text-indent: 2em; text-align: justify; }
.annex-list:not(.annex-list + .annex-list) { margin-top: 1em; }
.signature, .date { text-align: right; padding-right: 5em; width: fit-content; margin-left: auto; }
.signature { position: relative; }
.close { break-inside: avoid; padding: 3em 0 1.5em; }
.rule { border-top: 1pt solid; margin-top: 3em; }
.rule, .copies { break-after: avoid; }
.copies, .imprint { font-size: 12pt; padding: 2pt 1em; border-bottom: .75pt solid; white-space: pre-wrap; }
.annex-label { font-size: 14pt; }
.table-title { text-align: center; font-size: 17pt; line-height: 1.4; margin: 6pt 0; text-wrap: balance; }
.subtitle { text-align: center; font-size: 12pt; margin-bottom: 4pt; }
.unit { text-align: right; font-size: 11pt; }
.note { font-size: 10pt; }
table { width: 100%; border-collapse: collapse; line-height: 1.3; }
td:not([rowspan]) { break-inside: avoid; }
td { text-align: center; vertical-align: middle; white-space: pre-wrap; }
td.long { text-align: left; }
thead { display: table-header-group; }
thead.once { display: table-row-group; }
table { table-layout: fixed; }
.table + .table { break-before: page; }
.table { position: relative; }
svg.seal { position: absolute; width: 42mm; height: 42mm; mix-blend-mode: multiply; }
"""


def style(look: Look) -> str:
    """CSS for the whole notice."""
    digits = f'"{look.digits}", ' if look.digits else ""
    return "\n".join((
        f'body {{ font: {look.body_size}pt/1.75 {digits}"{look.body_font}"; }}',
        _COMMON,
        f'.letterhead, .title, .table-title {{ font-family: {digits}"{look.heading_font}"; }}',
        f"td {{ padding: {look.padding}pt 3pt; }}",
        f'table {{ font-family: {digits}"{look.table_font}"; font-size: {look.table_size}pt; }}',
        *_options(look),
        *_rules(look),
        *_pages(look),
    ))  # fmt: skip


def _options(look: Look) -> list[str]:
    found = [
        (look.right_aligned, "td.figure { text-align: right; padding-right: 8pt; }"),
        (look.bold_header, "thead td { font-weight: bold; }"),
        (look.shaded_header, "thead td { background: #e4e4e4; }"),
        (look.red_head, ".letterhead { color: #d2201c; } .under-head { border-color: #d2201c; }"),
    ]
    return [css for wanted, css in found if wanted]


def _rules(look: Look) -> list[str]:
    """A target form (绩效目标表) keeps its inner rules: without them nobody could fill it in."""
    thin, thick = f"{look.rule_width}pt solid", f"{2 * look.rule_width + 0.5}pt solid"
    grid = f"td {{ border: {thin}; }}"
    if look.rules == "heavy frame":
        return [grid, f"table {{ border: {thick}; }}"]
    if look.rules == "open sides":
        sides = f"td:not(.left) {{ border-left: {thin}; }} td.left {{ border-left: none; }}"
        return [grid, f"td {{ border-right: none; }} {sides} table {{ border-block: {thick}; }}"]
    if look.rules == "three-line":
        plain = f".allocation table {{ border-block: {thick}; }} .allocation td {{ border: none; }}"
        over = f".allocation thead td.over {{ border-bottom: {thin}; }}"
        return [grid, plain, over, f".allocation thead {{ border-bottom: {thin}; }}"]
    return [grid]


def _pages(look: Look) -> list[str]:
    numbered = '@bottom-center { content: "— " counter(page) " —"; font-size: 12pt; }'
    foot = numbered if look.page_numbers else ""
    return [
        f"@page {{ size: A4; margin: 30mm 25mm 26mm 27mm; {foot} }}",
        f"@page wide {{ size: A4 landscape; margin: 24mm 22mm 22mm 22mm; {foot} }}",
    ]
