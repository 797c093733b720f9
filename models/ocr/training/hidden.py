#!/usr/bin/env python3
"""Makes hidden.onnx: figures.onnx, trained further on figures that strokes of pens hide in part.

Each line is struck through, ticked, underlined or circled, scanned, and the stroke taken out, what it
hid filled in from around it. Digits are drawn evenly, as for figures.onnx.

    hidden.py hidden.onnx [--lines 12000] [--epochs 5] [--seed 31] [--resume figures.onnx]

Needs what figures.py needs. The file is written after each epoch.
"""
import argparse
import math
import multiprocessing

import cv2
import numpy as np
import torch

import figures


class HiddenLines(figures.Lines):
    """Draws lines of print with strokes that were taken out."""

    def next(self):
        pick = self.random
        while True:
            kind = pick.random()
            if kind < 0.9:
                text = self.amount()
            else:
                text = self.digits(pick.choice([2, 3, 4, 5, 7])) if kind < 0.94 else self.words()
            text, page, em = self.printed(text, math.exp(pick.uniform(math.log(15), math.log(38))))
            page = page.astype(np.float32)
            rows, columns = np.where(page < 128)
            if not len(columns):
                continue
            picture = self.crop(self.without(page, rows, columns, em), pick.uniform(150, 215), False)
            classes = [figures.SYMBOLS.index(c) + 1 if c in figures.SYMBOLS else figures.OTHER
                       for c in text]
            if picture is not None and figures.fits(picture, classes):
                return picture, classes

    def without(self, page, rows, columns, em):
        """The page stroked, scanned, and the strokes filled in."""
        pick = self.random
        share = self.stroke(page.shape, rows, columns, em)
        if pick.random() < 0.15:
            share = np.maximum(share, self.stroke(page.shape, rows, columns, em))
        tone = pick.uniform(0, 70)
        if pick.random() < 0.7:
            page = page * (1 - share) + tone * share
        else:
            page = np.minimum(page, 255 - (255 - tone) * share)
        if pick.random() < 0.2:
            page = 255 - (255 - page) * pick.uniform(0.6, 0.95)
        page = cv2.GaussianBlur(page, (0, 0), pick.uniform(0.35, 1.0))
        page = np.clip(page + self.noise.normal(0, pick.uniform(0, 8), page.shape), 0, 255)
        page = self.compressed(page)
        page = np.clip(page * 250 / max(90, np.percentile(page, 80)), 0, 255).astype(np.uint8)
        mask = (share > pick.uniform(0.03, 0.5)).astype(np.uint8)
        if pick.random() < 0.85:
            mask = cv2.dilate(mask, np.ones((3, 3), np.uint8))
        if pick.random() < 0.05:  # not seen as a stroke
            mask[:] = 0
        return cv2.inpaint(page, mask, 3, cv2.INPAINT_TELEA)

    def stroke(self, shape, rows, columns, em):
        """How much of each pixel a stroke covers."""
        pick = self.random
        height, width = shape
        left, right, top, bottom = columns.min(), columns.max(), rows.min(), rows.max()
        middle = (top + bottom) / 2
        over = np.zeros((height * 2, width * 2), np.uint8)
        thick = max(3, round(2 * pick.uniform(1.6, em * 0.17)))
        kind = pick.random()
        if kind < 0.55:  # struck through, or underlined through the lower edge
            length = pick.uniform(0.5, 1.3) * max(2 * em, right - left)
            x = pick.uniform(left, right)
            level = pick.gauss(middle, 0.12 * (bottom - top)) if kind < 0.42 \
                else pick.uniform(bottom - 0.2 * em, bottom + 0.1 * em)
            steps = np.linspace(x - length / 2, x + length / 2, 40)
            wave = level + pick.uniform(0, 2.6) * np.sin(steps / pick.uniform(9, 25) + pick.uniform(0, 6)) \
                + (steps - x) * pick.gauss(0, 0.02)
            points = np.stack([steps, wave], 1)
        elif kind < 0.9:  # a tick
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
    parser.add_argument("--lines", type=int, default=12000)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=31)
    parser.add_argument("--resume", default="figures.onnx")
    parser.add_argument("--workers", type=int, default=multiprocessing.cpu_count())
    chosen = parser.parse_args()
    jobs = [(chosen.seed * 1009 + i, 500) for i in range(chosen.lines // 500 + 1)]
    with multiprocessing.Pool(chosen.workers) as pool:
        drawn = pool.map(draw, jobs, chunksize=1)
    tried, lines = drawn[0], [line for part in drawn[1:] for line in part]
    torch.set_num_threads(chosen.workers)
    figures.train(figures.resumed(chosen.resume), True, lines, tried, chosen.epochs, chosen.seed, chosen.out)


if __name__ == "__main__":
    main()
