package org.yusuan.layout;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.table.Reading;
import org.yusuan.text.MoneyUnit;

/**
 * The caption of a unit that was misread in its words or its mark. The unit itself is taken only as
 * it was read, and not at all where another character may stand before 元: 万 is easily lost, and an
 * amount then is ten thousand times too small.
 */
final class MisreadUnit {
  private static final Pattern CAPTION =
      Pattern.compile("((?:金额)?单位)\\s*([:：、丶，,.．;；·]?)\\s*(" + MoneyUnit.NAMES + ")");

  /** A caption with its words misread, of one, two or three characters, and its mark. */
  private static final Pattern MISREAD =
      Pattern.compile("\\p{IsHan}{1,3}\\s*[:：;；]\\s*(" + MoneyUnit.NAMES + ")");

  /** 元 with something unknown before it. */
  private static final Pattern DOUBTFUL =
      Pattern.compile("(?:.*[:：、丶，,.．;；·\\s])?[^:：、丶，,.．;；·\\s位]元");

  /** Readings less likely than the first by more than this factor are not heard. A guess. */
  private static final double MIN_SHARE = 0.2;

  /** A caption of other words than these is read with a greater probability. A guess. */
  private static final double MAX_MISREAD_PROBABILITY = 0.5;

  private MisreadUnit() {}

  /**
   * The caption as it must be, as 单位：万元, or without a unit where that is in doubt; null if the
   * readings of a text are none.
   */
  static @Nullable String settled(List<Reading> readings) {
    String words = null;
    String unit = null;
    double least = MIN_SHARE * readings.get(0).probability();
    for (Reading reading : readings) {
      Matcher caption = CAPTION.matcher(reading.text());
      if (words == null && caption.matches()) {
        words =
            reading == readings.get(0) && caption.group(2).matches("[:：]")
                ? reading.text()
                : caption.group(1) + "：" + caption.group(3);
        unit = caption.group(3);
      }
    }
    if (words == null) {
      for (Reading reading : readings) {
        Matcher misread = MISREAD.matcher(reading.text());
        if (reading.probability() >= least && misread.matches()) {
          if (unit != null && !unit.equals(misread.group(1))) {
            return null;
          }
          unit = misread.group(1);
        }
      }
      // What stands before a unit in a table of prices, or of shares, is surely read.
      words =
          unit == null || readings.get(0).probability() > MAX_MISREAD_PROBABILITY
              ? null
              : "单位：" + unit;
    }
    boolean doubtful =
        "元".equals(unit)
            && readings.stream()
                .anyMatch(
                    reading ->
                        reading.probability() >= least
                            && DOUBTFUL.matcher(reading.text()).matches());
    return doubtful ? "单位：" : words;
  }
}
