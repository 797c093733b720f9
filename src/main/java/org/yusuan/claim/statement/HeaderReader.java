package org.yusuan.claim.statement;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yusuan.knowledge.claim.AmountWords;
import org.yusuan.knowledge.claim.Aspect;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.Stage;
import org.yusuan.text.TextNormalizer;

/**
 * Reads what columns hold from the levels of their headers and their measures. One thread at a time
 * may use it.
 */
final class HeaderReader {

  private final MeaningReader reader;
  private final AmountWords words;
  private final @Nullable Integer year;

  /**
   * A reader for one document.
   *
   * @param year the fiscal year, that of the year before is counted from; null if unknown
   */
  HeaderReader(MeaningReader reader, AmountWords words, @Nullable Integer year) {
    this.reader = reader;
    this.words = words;
    this.year = year;
  }

  /** What a column says by its header and measure; null if its cells hold no levels. */
  @Nullable Meaning read(Column column) {
    String header = String.join("|", column.header().stream().map(TextNormalizer::of).toList());
    if (words.comparison().matcher(header).find()
        || words.excludedMeasures().contains(column.measure())) {
      return null;
    }
    Map<Aspect, String> aspects = new EnumMap<>(Aspect.class);
    StringBuilder name = new StringBuilder();
    for (String level : header.split("\\|")) {
      List<String> names = new ArrayList<>();
      reader.addName(level, aspects, names);
      for (String part : names) {
        if (isThing(part)) {
          // 公务用车购置和运行费 above 公务用车运行费 is a group of columns.
          name.setLength(0);
        }
        if (!words.headerFillers().matcher(part).matches()) {
          name.append(part);
        }
      }
    }
    if (reader.isArea(name.toString())) {
      name.setLength(0);
      aspects.put(Aspect.SCOPE, "whole");
    }
    for (AmountWords.AspectWord word : words.words()) {
      if (word.of() == Aspect.NAME && word.is() != null && word.match().matcher(name).matches()) {
        // A header such as 一般债务 above 2024年限额 names the thing, whatever the title says.
        name.setLength(0);
        name.append(word.is());
      }
      if (column.measure() != null && word.measures().contains(column.measure())) {
        if (word.of() == Aspect.NAME) {
          name.setLength(0);
          name.append(word.is());
        } else if (word.is() != null) {
          aspects.put(word.of(), word.is());
        }
      }
    }
    if (column.year() != null) {
      aspects.put(Aspect.YEAR, column.year().toString());
    } else if (year != null && words.priorMeasures().contains(column.measure())) {
      aspects.put(Aspect.YEAR, Integer.toString(year - 1));
    }
    if (column.stage() != null && !aspects.containsKey(Aspect.STAGE)) {
      aspects.put(
          Aspect.STAGE,
          column.stage() == Stage.ADJUSTED ? "adjusted" : MeaningReader.stage(column.stage()));
    }
    return new Meaning(aspects, name.isEmpty() ? List.of() : List.of(name.toString()), null);
  }

  /** Whether a name is one that the words give to a thing that goes by several names. */
  private boolean isThing(String name) {
    return words.words().stream()
        .anyMatch(word -> word.of() == Aspect.NAME && name.equals(word.is()));
  }
}
