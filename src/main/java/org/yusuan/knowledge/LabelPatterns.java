package org.yusuan.knowledge;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.text.ListMark;
import org.yusuan.text.TextNormalizer;

/**
 * Words by which labels and column names tell totals, parts and numbered classes. Data in {@code
 * models/vocabulary}. Labels are given as published; null and blank ones have none of these words.
 * Immutable; threads may share it.
 */
public final class LabelPatterns {

  private static final String FILE = "labels.yaml";

  /** What may stand behind the name of a debt. */
  private static final Pattern BALANCE = Pattern.compile("[余限]额$");

  private final Patterns patterns;

  private record Patterns(
      Pattern total,
      Pattern ofWhich,
      Pattern year,
      Pattern change,
      Pattern numbered,
      Pattern others,
      Pattern ownLevel,
      Pattern ownLevelAlone,
      Pattern lowerLevels,
      Pattern district,
      Pattern projectKind,
      List<List<String>> counterparts) {}

  private LabelPatterns(Patterns patterns) {
    this.patterns = patterns;
  }

  /**
   * The shipped words.
   *
   * @throws IllegalArgumentException if the file is wrong
   */
  public static LabelPatterns shipped() {
    return new LabelPatterns(KnowledgeFiles.shipped("vocabulary", FILE, Patterns.class));
  }

  /** Whether the label names a sum, as 合计. */
  public boolean isTotal(@Nullable String label) {
    return matches(patterns.total, label);
  }

  /** Whether the label names a part of the item before it, as 其中：利息收入. */
  public boolean isOfWhich(@Nullable String label) {
    return matches(patterns.ofWhich, label);
  }

  /** The year that is all that a label says, as 2024年度; null if it says more or other. */
  public @Nullable Integer year(String label) {
    Matcher matcher = patterns.year.matcher(TextNormalizer.of(label));
    return matcher.matches() ? Integer.valueOf(matcher.group(1)) : null;
  }

  /** Whether the label is that of a change between two years, as 增减额. */
  public boolean isChange(@Nullable String label) {
    return matches(patterns.change, label);
  }

  /** Whether the label is numbered as a class of a list, as 一、财政拨款收入. */
  public boolean isNumbered(@Nullable String label) {
    return matches(patterns.numbered, label);
  }

  /** Whether the label names what belongs to no other item, as 其他税收收入. */
  public boolean isOthers(@Nullable String label) {
    return matches(patterns.others, label);
  }

  /** Whether the label names the own level of a region without those below it, as 甲市本级 of 甲市. */
  public boolean isOwnLevelOf(String label, String region) {
    Matcher matcher = patterns.ownLevel.matcher(TextNormalizer.of(label));
    return matcher.matches() && matcher.group(1).equals(TextNormalizer.of(region));
  }

  /** Whether the label names a government without those below it, and nothing else, as 省本级. */
  public boolean isOwnLevel(@Nullable String label) {
    return matches(patterns.ownLevelAlone, label);
  }

  /** Whether the label names all governments below another together, as 地市合计. */
  public boolean isLowerLevels(@Nullable String label) {
    return matches(patterns.lowerLevels, label);
  }

  /** Whether the label names a district, which belongs to the city above it. */
  public boolean isDistrict(String label) {
    return matches(patterns.district, label);
  }

  /** Whether the label names a kind of projects, below which they stand by their purposes. */
  public boolean isProjectKind(@Nullable String label) {
    return matches(patterns.projectKind, label);
  }

  /** The part's own name without the word 其中; the whole label if it has none. In plain form. */
  public String part(String label) {
    String plain = TextNormalizer.of(label);
    Matcher matcher = patterns.ofWhich.matcher(plain);
    return matcher.matches() ? matcher.group(1) : plain;
  }

  /**
   * The name of the part that makes up a whole together with that of the label, as 专项债务余额 for
   * 其中：一般债务余额; null if the label names no such part. In plain form, without mark.
   */
  public @Nullable String counterpart(String label) {
    String part = ListMark.without(part(label));
    for (List<String> pair : patterns.counterparts) {
      for (int k = 0; k < 2; k++) {
        if (part.startsWith(pair.get(k))) {
          return pair.get(1 - k) + part.substring(pair.get(k).length());
        }
      }
    }
    return null;
  }

  /**
   * Whether a label ends as those of two parts do, whose beginnings tell them apart: 政府债务限额 and
   * 一般债务, not 债务付息及发行费用.
   */
  public boolean isWholeOf(String label, String partOf) {
    String part = ListMark.without(part(partOf));
    String whole = BALANCE.matcher(TextNormalizer.of(label)).replaceFirst("");
    return patterns.counterparts.stream()
        .anyMatch(
            pair ->
                pair.stream()
                    .filter(part::startsWith)
                    .map(begin -> shared(pair) + part.substring(begin.length()))
                    .map(name -> BALANCE.matcher(name).replaceFirst(""))
                    .anyMatch(whole::endsWith));
  }

  /** What two names of parts end with: 债务. */
  private static String shared(List<String> pair) {
    String one = pair.get(0);
    int length = 0;
    while (length < one.length()
        && pair.get(1).endsWith(one.substring(one.length() - length - 1))) {
      length++;
    }
    return one.substring(one.length() - length);
  }

  private static boolean matches(Pattern pattern, @Nullable String label) {
    return label != null && pattern.matcher(TextNormalizer.of(label)).matches();
  }
}
