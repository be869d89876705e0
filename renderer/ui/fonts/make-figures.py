"""Makes the figures face: the digits and signs of Be Vietnam Pro, each digit in a cell of one width.

Be Vietnam Pro has no tabular digits (a 1 is 43 wide, a 4 is 72), so a countdown would shake at every second.
The glyphs are the family's own, moved and nothing else. Needs Python with fontTools and brotli.
usage: make-figures.py FOLDER_OF_BE_VIETNAM_PRO_WOFF2 OUTPUT_FOLDER
"""
import sys

from fontTools import subset

DIGITS = '0123456789'
WEIGHTS = (400, 500, 600, 700, 800)


def move(font, name, dx, dy):
    glyph = font['glyf'][name]
    glyph.coordinates.translate((dx, dy))
    glyph.recalcBounds(font['glyf'])


def make(source, target, weight):
    options = subset.Options()
    options.layout_features = []
    options.flavor = 'woff2'
    options.desubroutinize = True
    options.notdef_outline = True
    options.hinting = False
    font = subset.load_font(source, options)
    chooser = subset.Subsetter(options)
    chooser.populate(text=DIGITS + ':-+\u2212')
    chooser.subset(font)
    cmap = font.getBestCmap()
    metrics = font['hmtx']
    glyphs = font['glyf']
    for name in {cmap[ord(c)] for c in DIGITS + ':-+\u2212'}:
        if glyphs[name].isComposite():
            raise SystemExit(f'{name} is composite')
    widths = sorted(metrics[cmap[ord(c)]][0] for c in DIGITS)
    cell = widths[5]
    for c in DIGITS:
        name = cmap[ord(c)]
        glyph = glyphs[name]
        ink = glyph.xMax - glyph.xMin
        dx = round((cell - ink) / 2) - glyph.xMin
        move(font, name, dx, 0)
        metrics[name] = (cell, glyph.xMin)
    # a colon between digits stands at the middle of their height, not on the line
    zero = glyphs[cmap[ord('0')]]
    middle = (zero.yMax + zero.yMin) / 2
    for c in (':', '\u2212', '+'):
        name = cmap[ord(c)]
        glyph = glyphs[name]
        move(font, name, 0, round(middle - (glyph.yMax + glyph.yMin) / 2))
        metrics[name] = (metrics[name][0], glyph.xMin)
    # in figures a hyphen is a minus
    for table in font['cmap'].tables:
        table.cmap[ord('-')] = cmap[0x2212]
    for record in font['name'].names:
        if record.nameID in (1, 16):
            record.string = 'Diem Cau Figures'
        elif record.nameID in (4, 6):
            record.string = f'DiemCauFigures-{weight}'
    font.flavor = 'woff2'
    font.save(target)
    print(weight, 'cell', cell)


if __name__ == '__main__':
    source, target = sys.argv[1:]
    for weight in WEIGHTS:
        make(
            f'{source}/be-vietnam-pro-latin-{weight}-normal.woff2',
            f'{target}/figures-{weight}.woff2',
            weight,
        )
