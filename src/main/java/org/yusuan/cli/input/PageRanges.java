package org.yusuan.cli.input;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Page numbers as a user writes them: {@code 3-9,12}.
 *
 * @param pages the numbers, rising, each once
 */
public record PageRanges(List<Integer> pages) {

  private static final Pattern RANGE =
      Pattern.compile("\\s*(\\d{1,6})\\s*(?:-\\s*(\\d{1,6})\\s*)?");

  /** The highest page number that may be asked for. A guess: no document has as many pages. */
  private static final int MAX_PAGES = 100_000;

  /** Reads ranges for picocli. */
  public static final class Converter implements ITypeConverter<PageRanges> {
    @Override
    public PageRanges convert(String text) {
      TreeSet<Integer> pages = new TreeSet<>();
      for (String part : text.split(",", -1)) {
        Matcher matcher = RANGE.matcher(part);
        if (!matcher.matches()) {
          throw new TypeConversionException(
              "'" + text + "' is no page range; write 3-9 or 1,4,7-8");
        }
        int from = Integer.parseInt(matcher.group(1));
        int to = matcher.group(2) == null ? from : Integer.parseInt(matcher.group(2));
        if (from < 1 || to < from || to > MAX_PAGES) {
          throw new TypeConversionException("'" + part.strip() + "' is no page range");
        }
        for (int page = from; page <= to; page++) {
          pages.add(page);
        }
      }
      return new PageRanges(new ArrayList<>(pages));
    }
  }
}
