package org.yusuan.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yusuan.grid.Grids;
import org.yusuan.grid.assembly.PlacedGrid;
import org.yusuan.grid.element.TextLines;
import org.yusuan.knowledge.Classification;
import org.yusuan.knowledge.table.Layouts;
import org.yusuan.layout.TableMapper;
import org.yusuan.made.MadeProse;
import org.yusuan.model.Claim;
import org.yusuan.model.Disclosure;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.finding.Severity;
import org.yusuan.model.table.Stage;
import org.yusuan.model.table.Table;
import org.yusuan.page.TextLine;

/**
 * The sentences in which the templates of the ministry and of provinces explain budgets and final
 * accounts, over made tables in which different things always have different amounts: what agrees
 * is the right cell.
 */
class OfficialWordingsTest {

  private static final Classification CLASSIFICATION = Classification.shipped();
  private static final TableMapper MAPPER = new TableMapper(Layouts.shipped(), CLASSIFICATION);
  private static final Claims CLAIMS = new Claims(CLASSIFICATION);
  private static final Pattern AMOUNT = Pattern.compile("([~?]?)(-?[\\d,]+(?:\\.\\d+)?)(万元|亿元|元)");
  private static final String TABLE = "表 ";
  private static final String TEXT = "文 ";

  /** A line wider than all others, so that each of them ends its paragraph. */
  private static final String WIDEST = "。".repeat(900);

  /** The tables of a made document, and texts about them. */
  private record Made(List<Table> tables, List<Wording> wordings) {}

  /** A text in the wording of a place. */
  private record Wording(String name, List<String> lines) {}

  static Stream<Arguments> wordings() {
    return Stream.of(
            Arguments.of("department-budget.txt", "某市某局", Stage.BUDGET),
            Arguments.of("final-accounts.txt", "某市某局", Stage.FINAL_ACCOUNTS),
            Arguments.of("government-report.txt", "某市", Stage.EXECUTION),
            Arguments.of("bureau-budget.txt", "某市文化局", Stage.BUDGET),
            Arguments.of("unit-accounts.txt", "某市某局", Stage.FINAL_ACCOUNTS),
            Arguments.of("city-draft.txt", "某市", Stage.BUDGET),
            Arguments.of("county-accounts.txt", "某县", Stage.FINAL_ACCOUNTS))
        .flatMap(
            one -> {
              Made made = read((String) one.get()[0]);
              return made.wordings().stream()
                  .map(
                      text ->
                          Arguments.of(
                              one.get()[0] + " " + text.name(),
                              one.get()[1],
                              one.get()[2],
                              made.tables(),
                              text.lines()));
            });
  }

  private static Made read(String file) {
    List<Table> tables = new ArrayList<>();
    List<Wording> wordings = new ArrayList<>();
    String title = "";
    List<String> rows = new ArrayList<>();
    for (String line : (lines(file) + TEXT).split("\n")) {
      if (line.startsWith("#") || line.isEmpty()) {
        continue;
      }
      if (line.startsWith(TABLE) || line.startsWith(TEXT)) {
        if (!rows.isEmpty()) {
          tables.add(table("t" + tables.size(), title, rows));
          rows.clear();
        }
        title = line.substring(TABLE.length());
        if (line.startsWith(TEXT) && !title.isEmpty()) {
          wordings.add(new Wording(title, new ArrayList<>()));
        }
      } else if (wordings.isEmpty()) {
        rows.add(line);
      } else {
        wordings.get(wordings.size() - 1).lines().add(line);
      }
    }
    return new Made(tables, wordings);
  }

  private static String lines(String file) {
    try (InputStream in =
        Objects.requireNonNull(OfficialWordingsTest.class.getResourceAsStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Table table(String id, String title, List<String> rows) {
    List<TextLine> above = new ArrayList<>();
    above.addAll(TextLines.of(List.of(Grids.word(title, 10, -60))));
    above.addAll(TextLines.of(List.of(Grids.word("单位：万元", 10, -40))));
    return MAPPER
        .map(PlacedGrid.of(Grids.of(rows.toArray(String[]::new)), above, List.of()), id)
        .table();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wordings")
  void amountsAreLinkedToWhatTheyRestate(
      String name, String organization, Stage stage, List<Table> tables, List<String> lines) {
    List<String> wrong = new ArrayList<>();
    List<Claim> claims = linked(organization, stage, tables, lines);
    int at = 0;
    for (String line : lines) {
      Matcher amount = AMOUNT.matcher(line);
      while (amount.find()) {
        Claim claim = claims.get(at++);
        assertEquals(amount.group(2).replaceFirst("^-", ""), claim.printed(), line);
        boolean right =
            switch (amount.group(1)) {
              case "~" -> claim.refersTo().isEmpty();
              case "?" -> !Boolean.FALSE.equals(claim.agrees());
              default -> Boolean.TRUE.equals(claim.agrees());
            };
        if (!right) {
          wrong.add(
              line.substring(Math.max(0, amount.start() - 40), amount.end())
                  + " "
                  + claim.subject()
                  + " -> "
                  + claim.refersTo());
        }
      }
    }
    assertEquals(List.of(), wrong, claims.size() + " amounts");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wordings")
  void noSentenceIsBlamed(
      String name, String organization, Stage stage, List<Table> tables, List<String> lines) {
    assertEquals(
        List.of(),
        read(organization, stage, tables, lines).findings().stream()
            .filter(finding -> finding.severity() != Severity.INFO)
            .map(Finding::messageZh)
            .toList());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wordings")
  void storedSentencesAreLinkedAlike(
      String name, String organization, Stage stage, List<Table> tables, List<String> lines) {
    Disclosure read = read(organization, stage, tables, lines);
    Disclosure again = CLAIMS.recheck(read);
    assertEquals(links(read), links(again));
    assertEquals(read.findings(), again.findings());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wordings")
  void anAmountWithAnotherDigitAgreesWithNothing(
      String name, String organization, Stage stage, List<Table> tables, List<String> lines) {
    List<String> wrong = new ArrayList<>();
    int told = 0;
    int all = 0;
    for (int l = 0; l < lines.size(); l++) {
      Matcher amount = AMOUNT.matcher(lines.get(l));
      int first = count(lines.subList(0, l));
      for (int at = first; amount.find(); at++) {
        if (amount.group(1).isEmpty() && !amount.group(2).matches("0(\\.0+)?")) {
          List<String> changed = new ArrayList<>(lines);
          changed.set(l, changed(lines.get(l), amount));
          Claim claim = linked(organization, stage, tables, changed).get(at);
          all++;
          told += Boolean.FALSE.equals(claim.agrees()) ? 1 : 0;
          if (Boolean.TRUE.equals(claim.agrees())) {
            wrong.add(claim.text() + " -> " + claim.refersTo() + " " + claim.subject());
          }
        }
      }
    }
    assertEquals(List.of(), wrong, told + " told of " + all);
    assertTrue(told * 3 >= all, told + " told of " + all);
  }

  private static List<String> links(Disclosure disclosure) {
    return disclosure.claims().stream()
        .map(claim -> claim.text() + " " + claim.agrees() + " " + claim.refersTo())
        .toList();
  }

  private static int count(List<String> lines) {
    return (int) lines.stream().flatMap(line -> AMOUNT.matcher(line).results()).count();
  }

  /** A line with another second digit in one of its amounts. */
  private static String changed(String line, Matcher amount) {
    String digits = amount.group(2);
    int at = Character.isDigit(digits.charAt(1)) ? 1 : 2;
    char other = digits.charAt(at) < '5' ? '7' : '2';
    int place = amount.start(2) + at;
    return line.substring(0, place) + other + line.substring(place + 1);
  }

  private static List<Claim> linked(
      String organization, Stage stage, List<Table> tables, List<String> lines) {
    return read(organization, stage, tables, lines).claims().stream()
        .filter(claim -> claim.unit().endsWith("元"))
        .toList();
  }

  private static Disclosure read(
      String organization, Stage stage, List<Table> tables, List<String> lines) {
    List<String> texts = new ArrayList<>();
    for (String line : lines) {
      texts.add(line.replaceAll("[~?](?=-?\\d)", ""));
    }
    texts.add(WIDEST);
    return MadeProse.linked(
        CLAIMS, organization, stage, MadeProse.lines(texts.toArray(String[]::new)), tables);
  }
}
