#!/usr/bin/env python3
"""Makes hidden.onnx: figures.onnx, trained further on figures of which a part cannot be seen.

Each line is struck through, ticked, underlined or circled by a pen, or cut by hairlines of missing toner, scanned,
and what is hidden made grey, as the program does: the network sees where it does not see. Digits are drawn evenly,
as for figures.onnx.

    hidden.py hidden.onnx [--lines 30000] [--epochs 3] [--seed 31] [--resume figures.onnx]

Needs what figures.py needs. The file is written after each epoch.
"""
import argparse
import math
import multiprocessing

import cv2
import numpy as np
import torch
from PIL import Image

import figures

UNSEEN = 128  # the grey of what cannot be seen, as in LineCrops


class HiddenLines(figures.Lines):
    """Draws lines of print of which parts are hidden."""

    def next(self):
        pick = self.random
        while True:
            kind = pick.random()
            if kind < 0.9:
                text = self.amount()
            else:
                text = self.digits(pick.choice([2, 3, 4, 5, 7])) if kind < 0.94 else self.words()
            text, page, em = self.printed(text, math.exp(pick.uniform(math.log(14), math.log(40))))
            page = page.astype(np.float32)
            rows, columns = np.where(page < 128)
            if not len(columns):
                continue
            marked, hidden = self.marked(page, rows, columns, em)
            picture = self.cut_out(marked, hidden, pick.uniform(150, 215))
            classes = [figures.SYMBOLS.index(c) + 1 if c in figures.SYMBOLS else figures.OTHER
                       for c in text]
            if picture is not None and figures.fits(picture, classes):
                return picture, classes

    def marked(self, page, rows, columns, em):
        """The page with what hides print, scanned, and that made grey."""
        pick = self.random
        toner = pick.random() < 0.25
        share = self.hairlines(page.shape, rows, columns, em) if toner \
            else self.stroke(page.shape, rows, columns, em)
        if not toner and pick.random() < 0.12:
            share = np.maximum(share, self.stroke(page.shape, rows, columns, em))
        tone = 255 if toner else pick.uniform(0, 110)
        if toner or pick.random() < 0.9:
            page = page * (1 - share) + tone * share
        else:
            page = np.minimum(page, 255 - (255 - tone) * share)
        if pick.random() < 0.25:
            page = 255 - (255 - page) * pick.uniform(0.4, 0.95)
        page = cv2.GaussianBlur(page, (0, 0), pick.uniform(0.35, 1.0))
        page = np.clip(page + self.noise.normal(0, pick.uniform(0, 8), page.shape), 0, 255)
        page = self.compressed(page)
        page = np.clip(page * 250 / max(90, np.percentile(page, 80)), 0, 255).astype(np.float32)
        mask = (share > pick.uniform(0.03, 0.5)).astype(np.uint8)
        wider = pick.random()
        if wider < 0.5:
            mask = cv2.dilate(mask, np.ones((3, 3), np.uint8))
        elif wider < 0.58 and not toner and em > 20:
            mask = cv2.dilate(mask, np.ones((5, 5), np.uint8))
        if pick.random() < 0.5 and not toner:  # the edge of coloured ink is lightened, not seen as hidden
            edge = cv2.dilate((share > 0.02).astype(np.uint8), np.ones((3, 3), np.uint8)) & (1 - mask)
            page = np.where(edge > 0, page + (255 - page) * pick.uniform(0.3, 1), page)
        if pick.random() < 0.1:  # a part is not seen as hidden
            at = pick.randrange(max(1, page.shape[1]))
            mask[:, at: at + int(em * pick.uniform(0.2, 1))] = 0
        if pick.random() < 0.03:
            mask[:] = 0
        return page, mask

    def cut_out(self, page, mask, threshold):
        """As figures.crop; what is hidden becomes grey after the contrast was stretched."""
        pick = self.random
        seen = np.where(mask > 0, 255, page) if pick.random() < 0.7 else page
        count, _, boxes, _ = cv2.connectedComponentsWithStats((seen < threshold).astype(np.uint8))
        boxes = [box for box in boxes[1:count] if box[4] >= 2]
        if not boxes:
            return None
        left, top = min(b[0] for b in boxes), min(b[1] for b in boxes)
        right, bottom = max(b[0] + b[2] for b in boxes), max(b[1] + b[3] for b in boxes)
        if pick.random() < 0.3:
            left += pick.choice([0, 0, 1, -1])
            right += pick.choice([0, 0, 1, -1])
            top -= pick.choice([0, 1])
            bottom += pick.choice([0, 1])
        height = bottom - top
        beside, margin = max(2, round(height * 0.2)), max(2, round(height * 0.15))
        place = np.s_[max(0, top - 1): bottom + 1, max(0, left - beside): right + beside]
        part = page[place].astype(np.float32)
        if part.size == 0:
            return None
        tones = np.sort(part.astype(np.uint8).ravel())
        dark = int(tones[int(len(tones) * 0.03)])
        part = np.clip(255 - (242 - part) * 255 / max(60, 242 - dark), 0, 255)
        part[mask[place] > 0] = UNSEEN
        part = np.pad(np.round(part), margin, constant_values=255).astype(np.uint8)
        width = max(8, round(part.shape[1] * figures.HEIGHT / part.shape[0]))
        if width > figures.WIDEST:
            return None
        return np.asarray(Image.fromarray(part).resize((width, figures.HEIGHT), Image.BILINEAR))

    def hairlines(self, shape, rows, columns, em):
        """Where toner is missing, along and across."""
        pick = self.random
        share = np.zeros(shape, np.float32)
        left, right, top, bottom = columns.min(), columns.max(), rows.min(), rows.max()
        for _ in range(pick.choice([1, 1, 2, 3])):
            thick = pick.choice([1, 2, 3] if em > 18 else [1, 2])
            if pick.random() < 0.65:
                x = pick.randint(left, right)
                share[:, x: x + thick] = 1
            else:
                y = pick.randint(top, bottom)
                share[y: y + thick] = 1
        return share

    def stroke(self, shape, rows, columns, em):
        """How much of each pixel a stroke covers."""
        pick = self.random
        height, width = shape
        left, right, top, bottom = columns.min(), columns.max(), rows.min(), rows.max()
        middle = (top + bottom) / 2
        over = np.zeros((height * 2, width * 2), np.uint8)
        thick = max(3, round(2 * pick.uniform(1.4, em * 0.13)))
        kind = pick.random()
        if kind < 0.5:  # struck through, or underlined through the lower edge
            length = pick.uniform(0.5, 1.3) * max(2 * em, right - left)
            x = pick.uniform(left, right)
            level = pick.gauss(middle, 0.12 * (bottom - top)) if kind < 0.38 \
                else pick.uniform(bottom - 0.2 * em, bottom + 0.1 * em)
            steps = np.linspace(x - length / 2, x + length / 2, 40)
            wave = level + pick.uniform(0, 2.6) * np.sin(steps / pick.uniform(9, 25) + pick.uniform(0, 6)) \
                + (steps - x) * pick.gauss(0, 0.02)
            points = np.stack([steps, wave], 1)
        elif kind < 0.88:  # a tick
            x, y = pick.uniform(left, right), middle + pick.uniform(-0.3, 0.3) * em
            size = em * pick.uniform(0.5, 1.3)
            points = np.array([[x - 0.5 * size, y], [x - 0.15 * size, y + pick.uniform(0.3, 0.6) * size],
                               [x + pick.uniform(0.6, 1.2) * size, y - pick.uniform(0.5, 1.1) * size]])
        else:  # a circle
            across = pick.uniform(0.3, 0.7) * (right - left) + em * 0.2
            down = em * pick.uniform(0.4, 0.8)
            turns = np.linspace(0, 6.1, 80) + pick.uniform(0, 6)
            points = np.stack([pick.uniform((left + right) / 2, right) + across * np.cos(turns),
                               middle + pick.uniform(-0.2, 0.2) * em + down * np.sin(turns)], 1)
        cv2.polylines(over, [np.int32(points * 2)], False, 255, thick, cv2.LINE_AA)
        return cv2.resize(over, (width, height), interpolation=cv2.INTER_AREA).astype(np.float32) / 255


def draw(job):
    seed, count = job
    cv2.setNumThreads(1)
    lines = HiddenLines(seed)
    return [lines.next() for _ in range(count)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("out")
    parser.add_argument("--lines", type=int, default=30000)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=31)
    parser.add_argument("--resume", default="figures.onnx")
    parser.add_argument("--workers", type=int, default=multiprocessing.cpu_count())
    chosen = parser.parse_args()
    jobs = [(chosen.seed * 1009 + i, 500) for i in range(chosen.lines // 500 + 1)]
    with multiprocessing.Pool(chosen.workers) as pool:
        drawn = pool.map(draw, jobs, chunksize=1)
    tried, lines = drawn[0], [line for part in drawn[1:] for line in part]
    print(f"{len(lines)} lines drawn", flush=True)
    torch.set_num_threads(chosen.workers)
    figures.train(figures.resumed(chosen.resume), True, lines, tried, chosen.epochs, chosen.seed, chosen.out)


if __name__ == "__main__":
    main()
