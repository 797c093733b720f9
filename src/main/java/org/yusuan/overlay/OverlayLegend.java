package org.yusuan.overlay;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.yusuan.page.Resolution;

/**
 * Draws below the picture of a page what the colours of a {@link PageOverlay} mean, and what was
 * found on the page.
 *
 * @param words the words for a mark: {@code verified}, {@code unverified}, {@code disputed}, {@code
 *     header}, {@code key}, {@code text}, {@code ruling}, {@code word} or {@code label}
 * @param findings what was found on the page, one sentence each
 */
public record OverlayLegend(UnaryOperator<String> words, List<String> findings) {

  /** Height of the print in points: that of a footnote. */
  private static final double PRINT_POINTS = 8;

  private record LegendMark(String name, Color color) {}

  private static final List<LegendMark> MARKS =
      List.of(
          new LegendMark("verified", PageOverlay.VERIFIED),
          new LegendMark("unverified", PageOverlay.UNVERIFIED),
          new LegendMark("disputed", PageOverlay.DISPUTED),
          new LegendMark("header", PageOverlay.HEADER),
          new LegendMark("key", PageOverlay.KEY),
          new LegendMark("text", PageOverlay.TEXT),
          new LegendMark("ruling", PageOverlay.RULING),
          new LegendMark("word", PageOverlay.WORD),
          new LegendMark("label", PageOverlay.LABEL));

  public OverlayLegend {
    findings = List.copyOf(findings);
  }

  /**
   * The picture of a page with the legend below.
   *
   * @param dpi its resolution
   */
  public BufferedImage below(BufferedImage picture, int dpi) {
    int size = (int) Math.round(PRINT_POINTS * dpi / Resolution.POINTS_PER_INCH);
    Font font = new Font(Font.SANS_SERIF, Font.PLAIN, size);
    Graphics2D measuring = picture.createGraphics();
    FontMetrics metrics = measuring.getFontMetrics(font);
    measuring.dispose();
    int width = picture.getWidth() - 2 * size;
    List<List<LegendMark>> marks = new ArrayList<>(List.of(new ArrayList<>()));
    int used = 0;
    for (LegendMark mark : MARKS) {
      int wide = 3 * size + metrics.stringWidth(words.apply(mark.name()));
      if (used > 0 && used + wide > width) {
        marks.add(new ArrayList<>());
        used = 0;
      }
      marks.get(marks.size() - 1).add(mark);
      used += wide;
    }
    List<String> lines = new ArrayList<>();
    findings.forEach(finding -> wrap(finding, metrics, width, lines));
    int step = metrics.getHeight();
    int top = picture.getHeight() + size;
    BufferedImage whole =
        new BufferedImage(
            picture.getWidth(),
            top + step * (marks.size() + lines.size()) + 2 * size,
            BufferedImage.TYPE_INT_RGB);
    Graphics2D g = whole.createGraphics();
    try {
      g.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      g.setColor(Color.WHITE);
      g.fillRect(0, 0, whole.getWidth(), whole.getHeight());
      g.drawImage(picture, 0, 0, null);
      g.setFont(font);
      int y = top;
      for (List<LegendMark> line : marks) {
        int x = size;
        for (LegendMark mark : line) {
          g.setColor(mark.color());
          g.fillRect(x, y, size, size);
          g.setColor(mark.color().darker());
          g.drawRect(x, y, size, size);
          g.setColor(Color.BLACK);
          String word = words.apply(mark.name());
          g.drawString(word, x + size + size / 2, y + size);
          x += 3 * size + metrics.stringWidth(word);
        }
        y += step;
      }
      y += size;
      for (String line : lines) {
        y += step;
        g.drawString(line, size, y - metrics.getDescent());
      }
    } finally {
      g.dispose();
    }
    return whole;
  }

  /** Breaks a sentence where the line is full; Chinese has no spaces to wait for. */
  private static void wrap(String text, FontMetrics metrics, int width, List<String> lines) {
    int start = 0;
    int end = 0;
    while (end < text.length()) {
      int next = text.offsetByCodePoints(end, 1);
      if (end > start && metrics.stringWidth(text.substring(start, next)) > width) {
        lines.add(text.substring(start, end));
        start = end;
      }
      end = next;
    }
    lines.add(text.substring(start));
  }
}
