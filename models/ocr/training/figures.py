#!/usr/bin/env python3
"""Makes figures.onnx, the network that reads printed figures.

Lines of print are drawn with many fonts, put through what printers, scanners, fax machines and
the program's own cleaning do to them, and a small convolutional network learns to read them with
the CTC loss (Graves et al. 2006). Digits are drawn evenly, so that the network learns shapes and
has no opinion on which amounts are likely: what it cannot see it must not guess. Half of the lines
are worn: struck by pins, moved, screened, pale, losing toner, under a pen, copied twice. In a few a
digit is covered, and stands for what is no figure.

    figures.py figures.onnx [--lines 300000] [--epochs 8] [--seed 1] [--resume FILE] [--workers 2]

Needs, from Debian 12: python3-torch python3-onnx python3-opencv python3-pil and the packages of
the fonts below. Takes about half an hour with two cores.
"""
import argparse
import math
import multiprocessing
import random
import time

import cv2
import numpy as np
import onnx
import torch
from onnx import numpy_helper
from PIL import Image, ImageDraw, ImageFont

HEIGHT = 32
WIDEST = 640
SYMBOLS = "0123456789.,-()%"
OTHER = len(SYMBOLS) + 1  # class 0 is the blank of CTC
CLASSES = OTHER + 1
OVERSAMPLED = 4
UNREADABLE = "□"
SOUND_EM = 14  # print that is smaller, in pixels, is seldom damaged further: nothing would be left
STEP = 4  # pixels of width for each step of the output

# Path below /usr/share/fonts, face, share. The first twelve have Chinese characters.
FONTS = [
    ("truetype/arphic/uming.ttc", 0, 5),
    ("truetype/arphic/ukai.ttc", 0, 1),
    ("truetype/arphic-gbsn00lp/gbsn00lp.ttf", 0, 3),
    ("truetype/arphic-gkai00mp/gkai00mp.ttf", 0, 1),
    ("truetype/cns11643/TW-Sung-98_1.ttf", 0, 2),
    ("truetype/wqy/wqy-zenhei.ttc", 0, 2),
    ("truetype/wqy/wqy-microhei.ttc", 0, 2),
    ("opentype/noto/NotoSansCJK-Regular.ttc", 2, 2),
    ("opentype/noto/NotoSansCJK-Bold.ttc", 2, 1),
    ("opentype/noto/NotoSerifCJK-Regular.ttc", 2, 2),
    ("opentype/noto/NotoSerifCJK-Bold.ttc", 2, 1),
    ("truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf", 0, 1),
    ("truetype/cwtex/cwfs.ttf", 0, 1),
    ("truetype/cwtex/cwming.ttf", 0, 1),
    ("truetype/cwtex/cwheib.ttf", 0, 1),
    ("truetype/liberation2/LiberationSerif-Regular.ttf", 0, 3),
    ("truetype/liberation2/LiberationSerif-Bold.ttf", 0, 1),
    ("truetype/liberation2/LiberationSans-Regular.ttf", 0, 3),
    ("truetype/liberation2/LiberationSans-Bold.ttf", 0, 1),
    ("truetype/liberation2/LiberationMono-Regular.ttf", 0, 1),
    ("truetype/crosextra/Carlito-Regular.ttf", 0, 2),
    ("truetype/crosextra/Caladea-Regular.ttf", 0, 1),
    ("truetype/dejavu/DejaVuSans.ttf", 0, 1),
    ("truetype/dejavu/DejaVuSerif.ttf", 0, 1),
    ("opentype/urw-base35/NimbusSansNarrow-Regular.otf", 0, 1),
    ("opentype/urw-base35/NimbusRoman-Regular.otf", 0, 1),
]
CHINESE_FONTS = FONTS[:12]
CHINESE = (
    "一二三四五六七八九十公共服务支出收入合计类款项科目编码名称预算数基本年初结转和余财政拨款行政事业单位"
    "经营其他医疗卫生住房保障社会就业教育农林水交通运输资源勘探商业金融灾害防治应急管理国有资本性基金上级"
    "补助附属缴对个人家庭办公费印刷咨询手续水电邮差旅因境维护租赁会议培训接待材料用车购置行劳委托工资津贴"
    "奖福利伙食绩效机关养老险职职离退休抚恤生活励万元备注序号是否说明本部门市区县局员中心党组织宣传纪检监察"
)
LATIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ:;/*+"
SIGNS = ["…", "……", "*", "**", "/", "——", "“三公”", "●", "√", "#", "△", "："]


class Lines:
    """Draws lines of print and what they say."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.noise = np.random.default_rng(seed)
        self.fonts = {}

    def next(self):
        """A picture of the network's height and its classes; lines that leave no ink are skipped."""
        while True:
            text, page, em = self.printed(self.text())
            picture = self.crop(*self.scanned(page, em))
            classes = [SYMBOLS.index(c) + 1 if c in SYMBOLS else OTHER for c in text]
            if picture is None or not fits(picture, classes):
                continue
            return picture, classes

    # What is printed

    def text(self):
        kind = self.random.random()
        if kind < 0.62:
            return self.amount()
        if kind < 0.75:
            return self.digits(self.random.choice([1, 2, 2, 2, 3, 3, 4, 5, 5, 7, 7, 8]))
        return self.words()

    def digits(self, count):
        return "".join(self.random.choice("0123456789") for _ in range(count))

    def amount(self):
        pick = self.random
        count = pick.choices(range(1, 11), [10, 10, 10, 9, 9, 8, 7, 6, 4, 2])[0]
        whole = self.digits(count)
        if count > 1 and whole[0] == "0" and pick.random() < 0.9:
            whole = pick.choice("123456789") + whole[1:]
        if count > 1 and pick.random() < 0.15:
            zeros = pick.randint(1, count - 1)
            whole = whole[: count - zeros] + "0" * zeros
        if pick.random() < 0.5:
            whole = grouped(whole)
        kind = pick.random()
        if kind < 0.44:
            whole += "." + self.digits(2)
        elif kind < 0.55:
            whole += ".00"
        elif kind < 0.62:
            whole += "." + self.digits(pick.choice([1, 1, 3, 4]))
        dress = pick.random()
        if dress < 0.05:
            return "-" + whole
        if dress < 0.07:
            return "(" + whole + ")"
        if dress < 0.12:
            return whole + "%"
        return pick.choice(["-", "--"]) if dress < 0.13 else whole

    def words(self):
        pick = self.random
        kind = pick.random()
        if kind < 0.5:
            return self.chinese(pick.choices([1, 2, 3, 4, 6, 8, 12], [2, 4, 3, 4, 3, 2, 1])[0])
        if kind < 0.6:
            return pick.choice("一二三四五六七八九十") + "、" + self.chinese(pick.randint(2, 8))
        if kind < 0.7:
            return "(" + pick.choice("一二三四五六七八九") + ")" + self.chinese(pick.randint(2, 6))
        if kind < 0.8:
            mark = pick.choice(["、", ".", ""])
            return str(pick.randint(1, 40)) + mark + self.chinese(pick.randint(1, 6))
        if kind < 0.87:
            unit = pick.choice(["年", "万元", "元", "人", "%、", "年度", "个", "平方米"])
            return self.digits(pick.choice([1, 2, 4, 6])) + unit
        if kind < 0.92:
            return "".join(pick.choice(LATIN) for _ in range(pick.randint(1, 6)))
        if kind < 0.95:
            return pick.choice(SIGNS)
        return "20" + self.digits(2) + "年" + self.chinese(pick.randint(1, 6))

    def chinese(self, count):
        return "".join(self.random.choice(CHINESE) for _ in range(count))

    # What comes out of a scanner

    def scanned(self, page, em):
        """A straightened and cleaned picture at 200 dpi, the threshold of ink, and whether a fax."""
        pick = self.random
        coarse = pick.random() < 0.2  # scanned at 150 dpi
        if coarse:
            page = turned(page, 0, 0.75, cv2.INTER_AREA)
            em *= 0.75
        if pick.random() < 0.15:
            page = 255 - (255 - page) * pick.uniform(0.5, 0.95)
        if pick.random() < 0.2:
            page = self.ruled(page, em)
        kind = pick.choices(["clean", "office", "fax", "photo"], [1, 5, 4, 2])[0]
        worn = pick.random() < (0.65 if em >= SOUND_EM else 0.1)
        copied = worn and pick.random() < 0.15
        if worn and not copied:
            page = self.worn(page, em)
        if copied:
            kind = "fax"
            page = self.copied(page, em)
        angle = 0 if kind == "clean" else pick.uniform(-1.2, 1.2)
        if angle:
            page = turned(page, angle, 1, cv2.INTER_CUBIC,
                          (pick.uniform(-0.5, 0.5), pick.uniform(-0.5, 0.5)))
            page = cv2.GaussianBlur(page, (0, 0), pick.uniform(0.35, 1.0))
            page = page + self.noise.normal(0, pick.uniform(0, 9), page.shape)
        page = np.clip(page, 0, 255)
        if kind == "photo":
            page = page * pick.uniform(0.6, 1)
        fax = kind == "fax"
        if fax:
            page = self.despeckled(np.where(page > pick.uniform(115, 175), 255.0, 0.0))
        else:
            page = self.compressed(page)
            page = np.clip(page * 250 / max(90, np.percentile(page, 80)), 0, 255)
        scale = 4 / 3 if coarse else 1
        if angle or coarse:
            page = turned(page, -angle, scale, pick.choice([cv2.INTER_CUBIC, cv2.INTER_LINEAR]))
        return np.clip(page, 0, 255), 160 if fax else pick.uniform(150, 215), fax

    # What printers, copiers, cameras and people do to print

    def worn(self, page, em):
        """One of these, seldom two."""
        ways = [self.pinned, self.moved, self.screened, self.pale, self.lost, self.stroked,
                self.shown_through]
        shares = [2, 3, 3, 4, 3, 4, 1]
        for way in self.random.choices(ways, shares, k=2 if self.random.random() < 0.12 else 1):
            page = np.clip(way(page, em), 0, 255).astype(np.float32)
        return page

    def pinned(self, page, em):
        """The pins of a printer strike dots on a ribbon; one of them may be worn out."""
        pick, fine = self.random, 4
        step = pick.uniform(1.3, min(3.4, max(1.6, em / 7)))
        height, width = page.shape
        rows, columns = int(height / step), int(width / step)
        ink = cv2.resize(page, (columns, rows), interpolation=cv2.INTER_AREA)
        struck = ink < 255 * pick.uniform(0.45, 0.85)
        if pick.random() < 0.1:
            struck[pick.randrange(24):: 24] = False
        y, x = np.where(struck)
        dots = np.zeros((height * fine, width * fine), np.float32)
        shake = pick.uniform(0, 0.15) * step
        centers = [np.clip(((at + 0.5) * step + self.noise.normal(0, shake, at.shape)) * fine, 0, most - 1)
                   .astype(int) for at, most in ((y, dots.shape[0]), (x, dots.shape[1]))]
        dots[centers[0], centers[1]] = self.noise.uniform(pick.uniform(0.4, 0.9), 1, len(y))
        size = max(3, 2 * round(step * fine * pick.uniform(0.36, 0.62)) + 1)
        dots = cv2.dilate(dots, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size)))
        dots = cv2.resize(dots, (width, height), interpolation=cv2.INTER_AREA)
        return cv2.GaussianBlur(255 * (1 - dots), (0, 0), pick.uniform(0.3, 0.9))

    def moved(self, page, em):
        """The camera or the paper moved."""
        pick = self.random
        length = pick.uniform(2, max(3, min(11, em * 0.4)))
        angle = pick.uniform(0, math.pi)
        side = 2 * math.ceil(length / 2) + 3
        kernel = np.zeros((side * 8, side * 8), np.float32)
        middle, reach = side * 4, length * 4
        by = np.array([math.cos(angle), math.sin(angle)]) * reach
        cv2.line(kernel, tuple(int(v) for v in middle - by), tuple(int(v) for v in middle + by), 1, 8)
        kernel = cv2.resize(kernel, (side, side), interpolation=cv2.INTER_AREA)
        return cv2.filter2D(page.astype(np.float32), -1, kernel / kernel.sum(),
                            borderType=cv2.BORDER_REPLICATE)

    def screened(self, page, em):
        """Print and its ground in dots of a screen, and what smoothing leaves of them."""
        pick = self.random
        step, angle = pick.uniform(2.6, max(3, min(6.5, em / 4))), pick.uniform(0, math.pi / 2)
        y, x = np.mgrid[: page.shape[0], : page.shape[1]].astype(np.float32)
        u = (x * math.cos(angle) + y * math.sin(angle)) * 2 * math.pi / step
        v = (y * math.cos(angle) - x * math.sin(angle)) * 2 * math.pi / step
        screen = 128 + pick.uniform(40, 64) * (np.cos(u) + np.cos(v))
        grey = page * pick.uniform(0.75, 0.97) + pick.uniform(0, 15)
        if pick.random() < 0.5:
            grey = cv2.GaussianBlur(grey, (0, 0), pick.uniform(0.4, 1))
        page = cv2.GaussianBlur(np.where(grey > screen, 255, 0).astype(np.float32), (0, 0),
                                pick.uniform(0.5, 1))
        if pick.random() < 0.8:
            page = cv2.GaussianBlur(page, (0, 0), step * pick.uniform(0.15, 0.3))
        return page * 250 / max(90, np.percentile(page, 80))

    def pale(self, page, em):
        """A light copy, as dark as the program makes it again, with its noise."""
        pick = self.random
        contrast, noise = pick.uniform(32, 110), pick.uniform(1, 9)
        gain = min(4.5, 200 / contrast)
        page = 250 - (255 - page) * contrast / 255
        page = cv2.GaussianBlur(page, (0, 0), pick.uniform(0.3, 1))
        page = page + self.noise.normal(0, noise, page.shape)
        page = self.compressed(np.clip(page, 0, 255))
        if noise * gain > 9:
            page = cv2.GaussianBlur(page, (0, 0), 0.8)
        return 250 - np.maximum(0, 250 - 1.3 * noise - page) * gain

    def lost(self, page, em):
        """Toner does not hold: hairlines along or across, spots, a drum that fades."""
        pick = self.random
        page = page.astype(np.float32).copy()
        height, width = page.shape
        if pick.random() < 0.6:
            for _ in range(1 + int(width / em * pick.uniform(0, 0.35))):
                x = pick.randrange(width)
                page[:, x: x + pick.choice([1, 1, 2, 3])] = 255
        if pick.random() < 0.4:
            y = int(height / 2 + pick.uniform(-0.5, 0.5) * em)
            page[y: y + pick.choice([1, 1, 2, 3])] = 255
        if pick.random() < 0.5:
            coarse = max(1.5, em * pick.uniform(0.05, 0.2))
            spots = cv2.GaussianBlur(self.noise.normal(0, 1, page.shape).astype(np.float32), (0, 0), coarse)
            page[spots > np.std(spots) * pick.uniform(1.2, 2.2)] = 255
        fading = np.linspace(pick.uniform(0.3, 1), pick.uniform(0.3, 1), width, dtype=np.float32)
        return 255 - (255 - page) * fading

    def stroked(self, page, em):
        """A pen, a tick or a seal over the print, or what is left where one was taken out."""
        pick = self.random
        rows, columns = np.where(page < 128)
        if not len(columns):
            return page
        height, width = page.shape
        left, right, top, bottom = columns.min(), columns.max(), rows.min(), rows.max()
        over = np.zeros((height * 2, width * 2), np.uint8)
        thick = max(2, round(2 * em * pick.uniform(0.06, 0.22)))
        kind = pick.random()
        x, y = pick.uniform(left, right), pick.uniform(top, bottom)
        if kind < 0.4:  # struck out, or underlined through its lower edge
            length = pick.uniform(0.6, 1) * max(2 * em, right - left)
            level = pick.uniform(top, bottom + 0.15 * em)
            steps = np.linspace(x - length / 2, x + length / 2, 20)
            wave = level + pick.uniform(0, 0.08) * em * np.sin(steps / em * pick.uniform(0.5, 2)) \
                + (steps - x) * pick.uniform(-0.1, 0.1)
            points = np.stack([steps, wave], 1)
        elif kind < 0.6:  # a tick
            size = em * pick.uniform(0.6, 1.6)
            points = np.array([[x - 0.4 * size, y], [x - 0.1 * size, y + 0.4 * size],
                               [x + size, y - pick.uniform(0.4, 0.9) * size]])
        else:  # a piece of a circle
            radius, start = em * pick.uniform(0.7, 8), pick.uniform(0, 2 * math.pi)
            turns = np.linspace(0, pick.uniform(0.5, 6.2), 60)
            points = np.stack([x + radius * (np.cos(start + turns) - math.cos(start)),
                               y + radius * (np.sin(start + turns) - math.sin(start))], 1)
        cv2.polylines(over, [np.int32(points * 2)], False, 255, thick, cv2.LINE_AA)
        share = cv2.resize(over, (width, height), interpolation=cv2.INTER_AREA).astype(np.float32) / 255
        around = share[max(0, top - 2): bottom + 3, max(0, left - 2): right + 3]
        kept = np.zeros_like(share)
        kept[max(0, top - 2): bottom + 3, max(0, left - 2): right + 3] = around
        if pick.random() < 0.4:  # taken out
            return page + (255 - page) * kept
        inked = np.minimum(page, 255 - (255 - pick.uniform(0, 190)) * kept)
        return inked

    def shown_through(self, page, em):
        """The print of the back, mirrored and blurred, or a piece of a watermark."""
        pick = self.random
        _, other, _ = self.printed(self.words(), em * pick.uniform(0.7, 1.5))
        other = cv2.resize(other[:, ::-1].astype(np.float32), (page.shape[1], page.shape[0]))
        other = cv2.GaussianBlur(other, (0, 0), pick.uniform(0.8, 2.2))
        return page - (255 - other) * pick.uniform(0.08, 0.35) * (page / 255)

    def copied(self, page, em):
        """A copy of a copy, in black and white."""
        pick = self.random
        for _ in range(pick.choice([1, 1, 2])):
            page = turned(page, pick.uniform(-0.8, 0.8), 1, cv2.INTER_CUBIC)
            page = cv2.GaussianBlur(np.clip(page, 0, 255), (0, 0), pick.uniform(0.5, min(1.35, em / 18)))
            page = page + self.noise.normal(0, pick.uniform(3, 22), page.shape)
            page = np.where(page > pick.uniform(130, 195), 255.0, 0.0).astype(np.float32)
        return page

    def printed(self, text, em=None):
        """What was printed, with a mark for what cannot be read; its picture, and its em in pixels."""
        pick = self.random
        if em is None:
            small = pick.random() < 0.55
            em = math.exp(pick.uniform(math.log(7.5), math.log(16)) if small
                          else pick.uniform(math.log(14), math.log(60)))
        size = max(8, round(em * OVERSAMPLED))
        choice = CHINESE_FONTS if any(ord(c) > 0x2000 for c in text) else FONTS
        font = self.font(pick.choices(choice, [share for _, _, share in choice])[0], size)
        gap = int(size * pick.uniform(-0.02, 0.08)) if pick.random() < 0.15 else 0
        bold = pick.randint(1, 2) if pick.random() < 0.08 else 0
        box = font.getbbox(text)
        page = Image.new("L", (int(box[2] + gap * len(text) + 3 * size), 3 * size), 255)
        draw = ImageDraw.Draw(page)
        x = size + pick.randint(0, OVERSAMPLED - 1)
        y = size + pick.randint(0, OVERSAMPLED - 1) - box[1] // 2
        for part in text if gap else [text]:
            draw.text((x, y), part, font=font, fill=0, stroke_width=bold)
            x += font.getlength(part) + gap
        if len(text) > 2 and not gap and pick.random() < 0.05:
            text = self.hidden(draw, text, font, (size, y + box[1], box[3] - box[1]), x - font.getlength(text))
        pixels = np.asarray(page)
        if pick.random() < 0.08:  # lines set or scanned too low
            low = int(pixels.shape[0] * pick.uniform(0.65, 0.95))
            pixels = cv2.resize(pixels, (pixels.shape[1], low), interpolation=cv2.INTER_AREA)
        if pick.random() < 0.12:  # print squeezed to fit its cell
            narrow = int(pixels.shape[1] * pick.uniform(0.75, 0.97))
            pixels = cv2.resize(pixels, (narrow, pixels.shape[0]), interpolation=cv2.INTER_AREA)
        height, width = (side // OVERSAMPLED for side in pixels.shape)
        pixels = pixels[: height * OVERSAMPLED, : width * OVERSAMPLED]
        return text, pixels.reshape(height, OVERSAMPLED, width, OVERSAMPLED).mean((1, 3)), em

    def hidden(self, draw, text, font, place, start):
        """Covers most of a digit, or wipes it out: it cannot be told any more, and must not be."""
        pick = self.random
        digits = [i for i, c in enumerate(text) if c.isdigit()]
        if not digits:
            return text
        size, top, high = place
        at = pick.choice(digits)
        left, right = (start + font.getlength(text[:i]) for i in (at, at + 1))
        wide = right - left
        if pick.random() < 0.5:  # a blot
            reach = pick.uniform(0, 0.15) * size
            draw.ellipse((left - reach, top - reach, right + reach, top + high + reach), fill=0)
        else:  # but for a rest
            rest = pick.uniform(0.1, 0.3)
            upper = pick.random() < 0.5
            draw.rectangle((left, top + (high * rest if upper else -4), left + wide - 1,
                            top + high + 4 - (0 if upper else high * rest)), fill=255)
        return text[:at] + UNREADABLE + text[at + 1:]

    def font(self, choice, size):
        path, face, _ = choice
        key = (path, size)
        if key not in self.fonts:
            if len(self.fonts) > 600:
                self.fonts.clear()
            self.fonts[key] = ImageFont.truetype("/usr/share/fonts/" + path, size, index=face)
        return self.fonts[key]

    def ruled(self, page, em):
        """What erasing a ruling beside the print leaves of it: a pale piece of a line."""
        pick = self.random
        rows, columns = np.where(page < 128)
        if not len(columns):
            return page
        page = page.copy()
        tone = 255 * (1 - pick.uniform(0.1, 0.5))
        thick = pick.choice([1, 1, 2])
        away = 1 + int(pick.uniform(0, 0.5) * em)
        side = pick.random()
        if side < 0.7:
            x = columns.max() + away if side < 0.4 else columns.min() - away
            from_, to = sorted(pick.randint(rows.min(), rows.max() + 1) for _ in range(2))
            part = page[from_:to, max(0, x): max(0, x + thick)]
        else:
            y = rows.max() + away if side < 0.85 else rows.min() - away
            from_, to = sorted(pick.randint(columns.min(), columns.max() + 1) for _ in range(2))
            part = page[max(0, y): max(0, y + thick), from_:to]
        np.minimum(part, tone, out=part)
        return page

    def despeckled(self, page):
        """Salt and pepper, and what the program's cleaning makes of them."""
        specks = self.noise.random(page.shape)
        page[specks < 0.0015] = 0
        page[specks > 0.9985] = 255
        dark = page < 128
        near = cv2.filter2D(dark.astype(np.float32), -1, np.ones((3, 3)),
                            borderType=cv2.BORDER_REPLICATE)
        clean = page.copy()
        clean[dark & (near == 1)] = 255
        clean[~dark & (near >= 7)] = 0
        return clean

    def compressed(self, page):
        if self.random.random() < 0.1:
            return page
        quality = [cv2.IMWRITE_JPEG_QUALITY, self.random.randint(35, 90)]
        _, data = cv2.imencode(".jpg", page.astype(np.uint8), quality)
        return cv2.imdecode(data, cv2.IMREAD_GRAYSCALE).astype(np.float32)

    # What the program cuts out

    def crop(self, page, threshold, fax):
        """The line with margins, its contrast stretched, at the network's height; or None."""
        pick = self.random
        count, _, boxes, _ = cv2.connectedComponentsWithStats((page < threshold).astype(np.uint8))
        boxes = [box for box in boxes[1:count] if box[4] >= 2]
        if not boxes:
            return None
        left, top = min(b[0] for b in boxes), min(b[1] for b in boxes)
        right, bottom = max(b[0] + b[2] for b in boxes), max(b[1] + b[3] for b in boxes)
        if pick.random() < 0.2:
            left += pick.choice([0, 0, 1, -1])
            right += pick.choice([0, 0, 1, -1])
            top -= pick.choice([0, 1])
            bottom += pick.choice([0, 1])
        height = bottom - top
        beside, margin = max(2, round(height * 0.2)), max(2, round(height * 0.15))
        part = page[max(0, top - 1): bottom + 1, max(0, left - beside): right + beside]
        if part.size == 0:
            return None
        part = part.astype(np.float32)
        if fax:
            part = cv2.GaussianBlur(part, (0, 0), 0.8, borderType=cv2.BORDER_REPLICATE)
        else:
            tones = np.sort(part.astype(np.uint8).ravel())
            dark = int(tones[int(len(tones) * 0.03)])
            part = np.clip(255 - (242 - part) * 255 / max(60, 242 - dark), 0, 255)
        part = np.pad(np.round(part), margin, constant_values=255).astype(np.uint8)
        width = max(8, round(part.shape[1] * HEIGHT / part.shape[0]))
        if width > WIDEST:
            return None
        return np.asarray(Image.fromarray(part).resize((width, HEIGHT), Image.BILINEAR))


def grouped(digits):
    first = len(digits) % 3 or 3
    return ",".join([digits[:first]] + [digits[i: i + 3] for i in range(first, len(digits), 3)])


def turned(page, angle, scale, method, shift=(0, 0)):
    height, width = page.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, scale)
    matrix[:, 2] += [(scale - 1) * width / 2 + shift[0], (scale - 1) * height / 2 + shift[1]]
    return cv2.warpAffine(page.astype(np.float32), matrix, (int(width * scale), int(height * scale)),
                          flags=method, borderValue=255)


def fits(picture, classes):
    """Whether there are steps enough: one for each class, and one between two that are alike."""
    alike = sum(a == b for a, b in zip(classes, classes[1:]))
    return 0 < len(classes) < 40 and len(classes) + alike <= picture.shape[1] // STEP


def draw(job):
    seed, count = job
    cv2.setNumThreads(1)
    lines = Lines(seed)
    return [lines.next() for _ in range(count)]


class Network(torch.nn.Module):
    """Seven convolutions bring a line down to one row of steps, two more look along it."""

    def __init__(self):
        super().__init__()
        nn = torch.nn

        def block(inputs, outputs, kernel=3, stride=1, padding=1, dilation=1):
            return nn.Sequential(
                nn.Conv2d(inputs, outputs, kernel, stride, padding, dilation, bias=False),
                nn.BatchNorm2d(outputs), nn.ReLU(inplace=True))

        self.shapes = nn.Sequential(
            block(1, 16, stride=2), block(16, 24), block(24, 40, stride=2), block(40, 48),
            block(48, 64, stride=(2, 1)), block(64, 64),
            block(64, 96, kernel=(4, 3), padding=(0, 1)))
        self.near = block(96, 96, kernel=(1, 3), padding=(0, 1))
        self.far = block(96, 96, kernel=(1, 3), padding=(0, 2), dilation=(1, 2))
        self.drop = nn.Dropout(0.1)
        self.classes = nn.Conv2d(96, CLASSES, 1)

    def scores(self, pictures):
        seen = self.shapes(pictures)
        seen = seen + self.near(seen)
        seen = seen + self.far(seen)
        return self.classes(self.drop(seen)).squeeze(2).permute(0, 2, 1)

    def forward(self, pictures):
        """From (lines, 1, 32, width), white 1 and black -1, to (lines, steps, probabilities)."""
        return torch.softmax(self.scores(pictures), 2)


def packed(lines):
    width = (max(picture.shape[1] for picture, _ in lines) + 7) // 8 * 8
    pixels = np.full((len(lines), 1, HEIGHT, width), 255, np.uint8)
    for i, (picture, _) in enumerate(lines):
        pixels[i, 0, :, : picture.shape[1]] = picture
    return torch.from_numpy(pixels).float().div_(127.5).sub_(1)


def batches(lines, size, pick):
    """Lines of like width together, in any order."""
    order = list(range(len(lines)))
    pick.shuffle(order)
    found = []
    for start in range(0, len(order), size * 40):
        part = sorted(order[start: start + size * 40], key=lambda i: lines[i][0].shape[1])
        found += [part[i: i + size] for i in range(0, len(part) - size + 1, size)]
    pick.shuffle(found)
    return [[lines[i] for i in batch] for batch in found]


def read(network, lines):
    """The likeliest class of each step, repeats and blanks taken out."""
    texts = []
    for i in range(0, len(lines), 50):
        with torch.no_grad():
            best = network(packed(lines[i: i + 50])).argmax(2).tolist()
        for row in best:
            texts.append([c for c, before in zip(row, [0] + row) if c and c != before])
    return texts


def resumed(path):
    """The network of a file, to be trained further; its normalization is part of its convolutions."""
    weights = [torch.from_numpy(numpy_helper.to_array(part).copy())
               for part in onnx.load(path).graph.initializer]
    network = Network()
    blocks = [*network.shapes, network.near, network.far]
    with torch.no_grad():
        network.classes.weight.copy_(weights[0])
        network.classes.bias.copy_(weights[1])
        for block, weight, bias in zip(blocks, weights[2::2], weights[3::2]):
            convolution, normal = block[0], block[1]
            convolution.weight.copy_(weight)
            normal.bias.copy_(bias)
            normal.eps = 0
    return network


def train(network, resumed, lines, tried, epochs, seed, path):
    """Trains a network and writes it after each epoch."""
    torch.manual_seed(seed)
    pick = random.Random(seed)
    loss = torch.nn.CTCLoss(zero_infinity=True)
    optimizer = torch.optim.AdamW(network.parameters(), lr=1e-3, weight_decay=1e-3)
    steps = epochs * (len(lines) // 64)
    step, started = 0, time.time()
    for epoch in range(epochs):
        network.train()
        if resumed:
            for part in network.modules():
                if isinstance(part, torch.nn.BatchNorm2d):
                    part.eval()
        for batch in batches(lines, 64, pick):
            share = min(1, step / steps)
            for group in optimizer.param_groups:
                group["lr"] = (1e-3 if resumed else 3e-3) * min(1, (step + 1) / 200) * (0.5 + 0.5 * math.cos(math.pi * share)) + 1e-5
            scores = torch.log_softmax(network.scores(packed(batch)), 2).permute(1, 0, 2)
            lengths = [min(scores.shape[0], p.shape[1] // STEP + 1) for p, _ in batch]
            wanted = torch.tensor([c for _, classes in batch for c in classes])
            value = loss(scores, wanted, torch.tensor(lengths), torch.tensor([len(c) for _, c in batch]))
            optimizer.zero_grad()
            value.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 5)
            optimizer.step()
            step += 1
        network.eval()
        figures = [line for line in tried if OTHER not in line[1]]
        right = sum(a == b for a, (_, b) in zip(read(network, figures), figures))
        print(f"epoch {epoch + 1}: {(time.time() - started) / 60:.1f} min, loss {value.item():.3f}, "
              f"figures read right {right} of {len(figures)}", flush=True)
        export(network, path)


def export(network, path):
    torch.onnx.export(
        network.eval(), torch.zeros(2, 1, HEIGHT, 96), path, opset_version=13,
        input_names=["lines"], output_names=["probabilities"],
        dynamic_axes={"lines": {0: "count", 3: "width"}, "probabilities": {0: "count", 1: "steps"}})


def mixed(before, path, share):
    """
    Writes into a file the mean of the weights before and after training further, the latter with a
    share (Wortsman et al. 2022): it reads what was learned anew, and forgets nothing.
    """
    former, latter = onnx.load(before), onnx.load(path)
    for old, new in zip(former.graph.initializer, latter.graph.initializer):
        mean = (1 - share) * numpy_helper.to_array(old) + share * numpy_helper.to_array(new)
        new.CopyFrom(numpy_helper.from_array(mean.astype(np.float32), new.name))
    onnx.save(latter, path)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("out")
    parser.add_argument("--lines", type=int, default=300000)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--resume", help="a network to train further; else a new one is trained")
    parser.add_argument("--share", type=float, default=0.75, help="of what is trained further")
    parser.add_argument("--workers", type=int, default=multiprocessing.cpu_count())
    chosen = parser.parse_args()
    jobs = [(chosen.seed * 100003 + i, 2000) for i in range(chosen.lines // 2000 + 1)]
    with multiprocessing.Pool(chosen.workers) as pool:
        drawn = pool.map(draw, jobs, chunksize=1)
    tried, lines = drawn[0], [line for part in drawn[1:] for line in part]
    print(f"{len(lines)} lines drawn", flush=True)
    torch.set_num_threads(chosen.workers)
    network = resumed(chosen.resume) if chosen.resume else Network()
    train(network, bool(chosen.resume), lines, tried, chosen.epochs, chosen.seed, chosen.out)
    if chosen.resume:
        mixed(chosen.resume, chosen.out, chosen.share)


if __name__ == "__main__":
    main()
