package org.yusuan.scan.ocr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yusuan.model.table.Reading;

/**
 * Writes readings as text is printed: no spaces between characters that have none in print, an
 * ellipsis, by which a form leaves out rows, for three points, 一 for a dash in a word, no dash in a
 * year, no speck before a label, and the mark 、 for the stroke that looks like it.
 */
final class OcrTextCleanup {
  private static final String WIDE =
      "[\\u2E80-\\u9FFF\\uF900-\\uFAFF\\uFF00-\\uFFEF\\u3000-\\u303F“”‘’·]";
  private static final Pattern AFTER_WIDE = Pattern.compile("(?<=" + WIDE + ")[\\s\\u3000]+");
  private static final Pattern BEFORE_WIDE = Pattern.compile("[\\s\\u3000]+(?=" + WIDE + ")");

  /**
   * 丶, the name of a stroke, looks like the mark behind the numeral of an item and stands in no
   * text. In a light typeface 91 of 357 such marks were read so: items lost their levels, and their
   * sums did not verify.
   */
  private static final char DOT_STROKE = '丶';

  /** Nothing but ellipses. Longer rows of points lead to the number of a page. */
  private static final Pattern POINTS = Pattern.compile("(\\.{3}){1,2}(\\s+(\\.{3}){1,2})*");

  /**
   * The character 一, one level stroke, read as a dash: before 般, which stands in no other word,
   * after 第, and as the numeral of a list. Two dashes are one stroke that is broken.
   */
  private static final Pattern ONE_AS_DASH =
      Pattern.compile(
          "^[-－—─–]{1,2}(?=[、般])|(?<=[^-－—─–])[-－—─–]{1,2}(?=般)|(?<=第)[-－—─–]{1,2}(?=[\\u4E00-\\u9FFF])"
              + "|(?<=^[(（])[-－—─–](?=[)）][\\u4E00-\\u9FFF])");

  /** A speck before a label: no label begins with a mark that ends or parts something. */
  private static final Pattern SPECK_BEFORE_LABEL =
      Pattern.compile("^[:：.,，'`·；;]+(?=(\\d{1,2}[.．、])?[\\u4E00-\\u9FFF]{2})");

  /** Marks that show through before the year of a title; a bracket may stand there. */
  private static final Pattern SPECKS_BEFORE_YEAR =
      Pattern.compile("^[^\\p{L}\\p{N}(（\\[【《]+(?=(?:19|20)\\d{2}\\s*年)");

  /** 属于 without the hook of its last character, unless that begins a word of its own (干部). */
  private static final Pattern BELONG = Pattern.compile("属干(?![部警群线校休渠旱流])");

  /** A gap read as a dash: no year of four digits has one before its 年. */
  private static final Pattern DASH_IN_YEAR = Pattern.compile("(?<=(?:19|20)\\d{2})[-－—–](?=年)");

  /** The number of a table that runs into the year of its title: 表1 2025年. */
  private static final Pattern NUMBER_AT_YEAR =
      Pattern.compile("(?<=^表\\d{1,2})(?=(?:19|20)\\d{2}年)");

  /** 部门 with something in its door, before what a department has a budget of. */
  private static final Pattern DEPARTMENT =
      Pattern.compile("(?<=部)[内问闪闭闩间](?=一般公共|财政拨款|政府性|国有资本|综合|整体|收支|收入|支出|预算|决算|基本支出|项目支出)");

  private OcrTextCleanup() {}

  /** Readings that differ only in these are one. */
  static List<Reading> tidy(List<Reading> readings) {
    Map<String, Double> merged = new LinkedHashMap<>();
    for (Reading reading : readings) {
      String text = reading.text().replace(DOT_STROKE, '、');
      text = AFTER_WIDE.matcher(text).replaceAll("");
      text = BEFORE_WIDE.matcher(text).replaceAll("").strip();
      text = ONE_AS_DASH.matcher(text).replaceAll("一");
      text = SPECK_BEFORE_LABEL.matcher(text).replaceAll("");
      text = SPECKS_BEFORE_YEAR.matcher(text).replaceAll("");
      text = DASH_IN_YEAR.matcher(text).replaceAll("");
      text = NUMBER_AT_YEAR.matcher(text).replaceAll(" ");
      text = DEPARTMENT.matcher(text).replaceAll("门");
      text = BELONG.matcher(text).replaceAll("属于");
      text = POINTS.matcher(text).matches() ? text.replace("...", "…") : text;
      merged.merge(text, reading.probability(), Double::sum);
    }
    List<Reading> tidy = new ArrayList<>();
    merged.forEach((text, probability) -> tidy.add(new Reading(text, Math.min(1, probability))));
    tidy.sort(Comparator.comparingDouble(Reading::probability).reversed());
    return List.copyOf(tidy);
  }
}
