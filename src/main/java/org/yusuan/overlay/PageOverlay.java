package org.yusuan.overlay;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import org.yusuan.model.Disclosure;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.HeaderCell;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.RowKind;
import org.yusuan.model.table.Status;
import org.yusuan.model.table.Table;
import org.yusuan.page.DisplayMapping;
import org.yusuan.page.Page;
import org.yusuan.page.Ruling;
import org.yusuan.page.Word;

/**
 * Draws what each stage saw over the picture of a page: words, rulings, cells with their spans, the
 * header tree, the roles of columns, the keys of rows, and the status of amounts.
 */
public final class PageOverlay {

  static final Color WORD = new Color(120, 120, 120, 150);
  static final Color RULING = new Color(30, 90, 220, 170);
  static final Color HEADER = new Color(255, 165, 0, 60);
  static final Color KEY = new Color(90, 120, 255, 45);
  static final Color TEXT = new Color(160, 160, 160, 35);
  static final Color VERIFIED = new Color(30, 170, 60, 70);
  static final Color UNVERIFIED = new Color(240, 200, 0, 60);
  static final Color DISPUTED = new Color(230, 30, 30, 90);
  static final Color LABEL = new Color(150, 0, 110);

  /** Height of labels, in points of the page. */
  private static final double LABEL_POINTS = 5;

  private final Page page;
  private final DisplayMapping mapping;
  private final Disclosure disclosure;

  /**
   * An overlay.
   *
   * @param page the page as it was read; straightened if it is a scan
   * @param mapping how that lies on the page as displayed
   * @param disclosure what was read from it
   */
  public PageOverlay(Page page, DisplayMapping mapping, Disclosure disclosure) {
    this.page = page;
    this.mapping = mapping;
    this.disclosure = disclosure;
  }

  /**
   * Draws onto the picture of the page, whatever its resolution.
   *
   * @param picture the page as displayed
   * @param width its width in points
   * @param height its height in points
   */
  public void draw(BufferedImage picture, double width, double height) {
    Graphics2D g = picture.createGraphics();
    try {
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      g.scale(picture.getWidth() / width, picture.getHeight() / height);
      g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont((float) LABEL_POINTS));
      g.setStroke(new BasicStroke(0.4f));
      g.setColor(WORD);
      for (Word word : page.words()) {
        g.draw(placed(word.box()));
      }
      g.setColor(RULING);
      g.setStroke(new BasicStroke(1.2f));
      for (Ruling ruling : page.rulings()) {
        g.draw(
            ruling.horizontal()
                ? line(ruling.start(), ruling.position(), ruling.end(), ruling.position())
                : line(ruling.position(), ruling.start(), ruling.position(), ruling.end()));
      }
      g.setStroke(new BasicStroke(0.6f));
      for (Table table : disclosure.tables()) {
        draw(g, table);
      }
    } finally {
      g.dispose();
    }
  }

  private void draw(Graphics2D g, Table table) {
    for (HeaderCell cell : table.header()) {
      if (cell.page() == page.number()) {
        fill(g, cell.bbox(), HEADER);
        label(
            g,
            cell.bbox(),
            "h" + cell.row() + (cell.columnSpan() > 1 ? " ×" + cell.columnSpan() : ""));
      }
    }
    for (Row row : table.rows()) {
      boolean first = true;
      for (Cell cell : row.cells()) {
        if (cell.page() != page.number()) {
          continue;
        }
        fill(g, cell.bbox(), color(table.columns().get(cell.column()), cell));
        if (first) {
          label(g, cell.bbox(), key(row));
          first = false;
        }
      }
    }
    table.regions().stream()
        .filter(region -> region.page() == page.number())
        .forEach(
            region -> {
              Box above = region.bbox();
              g.setColor(LABEL);
              g.drawString(
                  table.id() + " " + table.kind(),
                  (float) above.left(),
                  (float) (above.top() - 1.5));
              roles(g, table, above);
            });
  }

  private void roles(Graphics2D g, Table table, Box region) {
    List<Column> columns = table.columns();
    boolean[] done = new boolean[columns.size()];
    for (Row row : table.rows()) {
      for (Cell cell : row.cells()) {
        if (cell.page() == page.number() && cell.columnSpan() == 1 && !done[cell.column()]) {
          done[cell.column()] = true;
          Column column = columns.get(cell.column());
          String text =
              column.role().name().toLowerCase(Locale.ROOT)
                  + (column.measure() == null ? "" : " " + column.measure());
          g.setColor(LABEL);
          g.drawString(
              column.list() + ":" + text,
              (float) cell.bbox().left() + 1,
              (float) (region.bottom() + LABEL_POINTS * (1 + cell.column() % 3)));
        }
      }
    }
  }

  private static String key(Row row) {
    String code = row.keys().code();
    return (row.kind() == RowKind.ITEM ? "" : row.kind().name().toLowerCase(Locale.ROOT) + " ")
        + "L"
        + row.level()
        + (code == null ? "" : " " + code);
  }

  private static Color color(Column column, Cell cell) {
    if (cell.amount() != null) {
      Status status = cell.status() == null ? Status.UNVERIFIED : cell.status();
      return switch (status) {
        case VERIFIED -> VERIFIED;
        case UNVERIFIED -> UNVERIFIED;
        case DISPUTED -> DISPUTED;
      };
    }
    return switch (column.role()) {
      case CODE,
          CODE_CLASS,
          CODE_GROUP,
          CODE_ITEM,
          CODE_SUBITEM,
          NAME,
          ITEM,
          UNIT_CODE,
          UNIT_NAME,
          PROJECT ->
          KEY;
      default -> TEXT;
    };
  }

  private static void fill(Graphics2D g, Box box, Color color) {
    g.setColor(color);
    g.fill(rectangle(box));
    g.setColor(color.darker());
    g.draw(rectangle(box));
  }

  private static void label(Graphics2D g, Box box, String text) {
    g.setColor(LABEL);
    g.drawString(text, (float) box.left() + 0.5f, (float) (box.top() + LABEL_POINTS));
  }

  private Line2D line(double fromX, double fromY, double toX, double toY) {
    double[] from = mapping.point(page.number(), fromX, fromY);
    double[] to = mapping.point(page.number(), toX, toY);
    return new Line2D.Double(from[0], from[1], to[0], to[1]);
  }

  private Path2D placed(Box box) {
    Path2D path = new Path2D.Double();
    path.append(line(box.left(), box.top(), box.right(), box.top()), false);
    path.append(line(box.right(), box.bottom(), box.left(), box.bottom()), true);
    path.closePath();
    return path;
  }

  private static Rectangle2D rectangle(Box box) {
    return new Rectangle2D.Double(box.left(), box.top(), box.width(), box.height());
  }
}
