package org.yusuan.knowledge;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The classification of government revenue and expenditure (政府收支分类科目): what a code is called in a
 * year, where it belongs, and which code of another year means the same thing.
 *
 * <p>The knowledge is data: {@code functional.tsv}, {@code economic.tsv}, {@code revenue.tsv} and
 * {@code moves.tsv} under {@code models/classification}. Codes of the three parts never collide:
 * functional codes begin with 2, economic codes with 3 (departments) or 5 (governments), revenue
 * codes with 1. The list is not complete at the level of 项, so a code that it lacks need not be
 * wrong.
 *
 * <p>Immutable; threads may share it.
 */
public final class Classification {

  private static final String FOLDER = "models/classification/";
  private static final List<String> LISTS =
      List.of("functional.tsv", "economic.tsv", "revenue.tsv");
  private static final String MOVES = "moves.tsv";

  /**
   * One name of one code.
   *
   * @param code the full code: 3, 5 or 7 digits
   * @param name its name in the years given
   * @param parent the code one level above; null for 类
   * @param level 1 for 类, 2 for 款, 3 for 项
   * @param from first fiscal year of the name; null if it is older than the data
   * @param to last fiscal year of the name; null if no end is known
   * @param english the name in English; null if the data has none
   */
  public record CodeName(
      String code,
      String name,
      @Nullable String parent,
      int level,
      @Nullable Integer from,
      @Nullable Integer to,
      @Nullable String english) {

    /** Whether the name was in force in the year. */
    public boolean inForce(int year) {
      return (from == null || from <= year) && (to == null || year <= to);
    }
  }

  /** The relation of a code of one year to a code of another. */
  public enum Succession {
    /** The old code and the new one mean exactly the same thing. */
    SAME,
    /** The old code is now a part of the new one. */
    MERGED,
    /** The new code is a part of the old one. */
    SPLIT,
    /** The code stays but has other contents: its years must not be compared. */
    BREAK,
    /** The code stays and its contents moved a little: compare with this in mind. */
    CAVEAT
  }

  /**
   * A change of the classification.
   *
   * @param from the old code
   * @param to the new code; equal to {@code from} if only the contents changed
   * @param year first fiscal year of the new state
   * @param relation how the two stand to each other
   * @param reasonZh why, in Chinese
   * @param reasonEn the same in English
   */
  public record Move(
      String from, String to, int year, Succession relation, String reasonZh, String reasonEn) {}

  private final Map<String, List<CodeName>> byCode;
  private final List<Move> moves;

  private Classification(Collection<CodeName> entries, Collection<Move> moves) {
    Map<String, List<CodeName>> codes = new LinkedHashMap<>();
    for (CodeName entry : entries) {
      codes.computeIfAbsent(entry.code(), code -> new ArrayList<>()).add(entry);
    }
    Comparator<CodeName> oldestFirst =
        Comparator.comparingInt(entry -> entry.from() == null ? 0 : entry.from());
    codes.replaceAll(
        (code, names) -> {
          // Nearly all codes have one name; sorting those made a start of the program slower.
          if (names.size() > 1) {
            names.sort(oldestFirst);
          }
          return List.copyOf(names);
        });
    this.byCode = codes;
    this.moves = moves.stream().sorted(Comparator.comparingInt(Move::year)).toList();
  }

  /** The classification that comes with the program. */
  public static Classification shipped() {
    Map<String, CodeName> entries = new LinkedHashMap<>();
    Map<String, Move> moves = new LinkedHashMap<>();
    for (String list : LISTS) {
      rows(list).forEach(row -> put(entries, entry(row)));
    }
    for (String[] row : rows(MOVES)) {
      Move move = move(row);
      moves.put(move.from() + '>' + move.to() + '@' + move.year(), move);
    }
    return new Classification(entries.values(), moves.values());
  }

  /**
   * What the code is called in the year.
   *
   * @return null if the classification does not list the code for that year
   */
  public @Nullable CodeName lookup(String code, int year) {
    CodeName found = null;
    for (CodeName entry : entries(code)) {
      if (entry.inForce(year)) {
        found = entry;
      }
    }
    return found;
  }

  /** All names of a code over the years, oldest first; empty if the code is not listed. */
  public List<CodeName> entries(String code) {
    return byCode.getOrDefault(code, List.of());
  }

  /** The names of a code over all years, oldest first. Documents go on using old names. */
  public List<String> names(String code) {
    return entries(code).stream().map(CodeName::name).distinct().toList();
  }

  /** Whether the code was ever listed. */
  public boolean knows(String code) {
    return byCode.containsKey(code);
  }

  /**
   * The code one level above, by the digits where the code is not listed: some regions add two
   * digits to the economic classification.
   *
   * @return null for 类
   */
  public @Nullable String parentOf(String code) {
    List<CodeName> entries = entries(code);
    if (!entries.isEmpty()) {
      return entries.get(0).parent();
    }
    return ClassificationCode.parent(code);
  }

  /** Whether the name is one that the code had in any year, apart from widths and white space. */
  public boolean isNameOf(String code, String name) {
    String plain = plainName(name);
    return entries(code).stream().anyMatch(entry -> plainName(entry.name()).equals(plain));
  }

  /**
   * The newest code of the thing that a code meant in a year: a key under which years can be put
   * side by side. A code that never moved is its own.
   */
  public String canonical(String code, int year) {
    String current = code;
    int at = year;
    for (Move move : moves) {
      if (move.relation() != Succession.SAME || move.from().equals(move.to())) {
        continue;
      }
      String rest = below(move.from(), current);
      if (rest != null && (at < move.year() || !usedAnewSince(current, move.year()))) {
        current = move.to() + rest;
        at = Math.max(at, move.year());
      }
    }
    return current;
  }

  /**
   * The changes of contents between two years that touch either code: those after the earlier year
   * up to the later one. Mere renumberings are not among them.
   */
  public List<Move> changesBetween(String codeA, int yearA, String codeB, int yearB) {
    int first = Math.min(yearA, yearB);
    int last = Math.max(yearA, yearB);
    Set<String> codes = new LinkedHashSet<>(List.of(codeA, codeB));
    codes.add(canonical(codeA, yearA));
    codes.add(canonical(codeB, yearB));
    return moves.stream()
        .filter(move -> move.relation() != Succession.SAME)
        .filter(move -> move.year() > first && move.year() <= last)
        .filter(move -> codes.contains(move.from()) || codes.contains(move.to()))
        .toList();
  }

  /** All changes, oldest first. */
  public List<Move> moves() {
    return moves;
  }

  /** All names of all codes. */
  public List<CodeName> all() {
    return byCode.values().stream().flatMap(List::stream).toList();
  }

  /**
   * The digits of the given code after those of the moved one; null if it is not at or below it.
   */
  private static @Nullable String below(String moved, String code) {
    return code.startsWith(moved) ? code.substring(moved.length()) : null;
  }

  /** Whether the number was given to another thing after the move: 30311 was, in 2020. */
  private boolean usedAnewSince(String code, int year) {
    return entries(code).stream().anyMatch(entry -> entry.from() != null && entry.from() >= year);
  }

  private static void put(Map<String, CodeName> entries, CodeName entry) {
    entries.put(entry.code() + ' ' + entry.name(), entry);
  }

  private static CodeName entry(String[] row) {
    String code = row[0];
    return new CodeName(
        code,
        row[1],
        row[2].isEmpty() ? null : row[2],
        ClassificationCode.level(code),
        row[3].isEmpty() ? null : Integer.valueOf(row[3]),
        row[4].isEmpty() ? null : Integer.valueOf(row[4]),
        row[5].isEmpty() ? null : row[5]);
  }

  private static Move move(String[] row) {
    return new Move(
        row[0],
        row[1],
        Integer.parseInt(row[2]),
        Succession.valueOf(row[3].toUpperCase(Locale.ROOT)),
        row[4],
        row[5]);
  }

  private static List<String[]> rows(String file) {
    try (InputStream in =
        Classification.class.getClassLoader().getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new FileNotFoundException(FOLDER + file);
      }
      return read(file, in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of a table below its header line; comments begin with {@code #}. */
  static List<String[]> read(String file, InputStream in) throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    List<String[]> rows = new ArrayList<>();
    boolean header = true;
    int number = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] row = line.split("\t", -1);
      if (row.length != 6) {
        throw new IllegalArgumentException(
            file + ", line " + number + ": six columns are needed, not " + row.length);
      }
      if (!header) {
        rows.add(row);
      }
      header = false;
    }
    return rows;
  }

  /** A name without white space, in half-width forms. */
  private static String plainName(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s+", "");
  }
}
