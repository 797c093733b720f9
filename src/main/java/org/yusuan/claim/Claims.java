package org.yusuan.claim;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yusuan.claim.cell.CellIndex;
import org.yusuan.claim.link.AmountComparison;
import org.yusuan.claim.link.ChangeLinks;
import org.yusuan.claim.link.ClaimLinker;
import org.yusuan.claim.link.ClaimLinker.Linked;
import org.yusuan.claim.link.ClaimLinker.Naming;
import org.yusuan.claim.link.EquivalentItems;
import org.yusuan.claim.statement.Headings;
import org.yusuan.claim.statement.Meaning;
import org.yusuan.claim.statement.MeaningReader;
import org.yusuan.claim.statement.Paragraph;
import org.yusuan.claim.statement.Statement;
import org.yusuan.claim.statement.StatementReader;
import org.yusuan.claim.statement.StoredStatementReader;
import org.yusuan.claim.statement.WordFinder;
import org.yusuan.grid.assembly.PageContent;
import org.yusuan.knowledge.Classification;
import org.yusuan.knowledge.claim.AmountWords;
import org.yusuan.knowledge.claim.Aspect;
import org.yusuan.knowledge.claim.ClaimVocabulary;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.model.Claim;
import org.yusuan.model.Disclosure;
import org.yusuan.model.Stated;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.finding.Severity;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Stage;
import org.yusuan.model.table.Table;
import org.yusuan.text.TextNormalizer;

/**
 * Links the amounts of the prose to the cells that they restate, and reports where text and table
 * contradict each other. Immutable; threads may share it.
 */
public final class Claims {

  /** The rule of findings about text against table. */
  public static final String RULE = "claim";

  static final String NAME_RULE = "claim-name";

  static final String CODE_RULE = "claim-code";

  static final String REASON_RULE = "claim-reason";

  private static final Set<String> RULES =
      Set.of(
          RULE,
          NAME_RULE,
          CODE_RULE,
          REASON_RULE,
          OtherYears.RULE,
          StatedChanges.RULE,
          StatedShares.RULE,
          StatedSums.RULE,
          StatedTwice.RULE);

  private final ClaimVocabulary sentences = ClaimVocabulary.shipped();
  private final AmountWords words = AmountWords.shipped();
  private final WordFinder finder = new WordFinder(words.words());
  private final Messages messages;
  private final Classification classification;

  /** Claims by the given classification. */
  public Claims(Classification classification) {
    this(classification, Messages.shipped());
  }

  /** Claims by the given classification, with findings in the given sentences. */
  public Claims(Classification classification, Messages messages) {
    this.classification = classification;
    this.messages = messages;
  }

  /** What links the prose of one disclosure. */
  private record Readers(CellIndex cells, MeaningReader meanings) {}

  /**
   * A disclosure with its claims.
   *
   * @param disclosure with its claims, and with findings where they contradict its tables
   * @param trace why each is linked as it is, in the order of the claims
   */
  public record Linking(Disclosure disclosure, List<ClaimTrace> trace) {}

  /** Links the amounts of the prose to the cells that they restate. */
  public Linking link(List<PageContent> pages, Disclosure disclosure) {
    MeaningReader meanings = meanings(disclosure);
    Headings headings = new Headings(sentences, meanings, sections(disclosure, meanings));
    List<Statement> statements =
        new StatementReader(sentences, meanings, headings)
            .readStatements(Paragraph.readParagraphs(pages));
    // Of tables alone, half of the documents, no cell is ever looked up.
    return statements.isEmpty()
        ? new Linking(
            disclosure.withClaims(List.of()).withFindings(otherFindings(disclosure)), List.of())
        : linked(disclosure, readers(disclosure, meanings), statements);
  }

  /** What the tables are about, by which a heading finds them. */
  private static Set<String> sections(Disclosure disclosure, MeaningReader meanings) {
    Set<String> sections = new HashSet<>();
    for (Table table : disclosure.tables()) {
      sections.add(table.title() == null ? "" : meanings.section(table.title()));
    }
    sections.remove("");
    return sections;
  }

  /** The findings that are not about the prose. */
  private static List<Finding> otherFindings(Disclosure disclosure) {
    return disclosure.findings().stream().filter(one -> !RULES.contains(one.rule())).toList();
  }

  /**
   * The disclosure with its claims linked anew by their stored meaning, whatever cells and verdicts
   * are stored. Claims of which only the words are stored keep their cells and are compared with
   * them again.
   */
  public Disclosure recheck(Disclosure disclosure) {
    return relink(disclosure).disclosure();
  }

  /** The same, with the reasons for the links of the claims of which the meaning is stored. */
  public Linking relink(Disclosure disclosure) {
    MeaningReader meanings = meanings(disclosure);
    Readers readers = readers(disclosure, meanings);
    StoredStatementReader stored = new StoredStatementReader(sentences, meanings);
    List<Statement> statements = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    List<Claim> claims = new ArrayList<>();
    for (Claim claim : disclosure.claims()) {
      Statement statement = stored.restate(claim);
      if (statement == null) {
        claims.add(compared(claim, readers.cells()));
      } else {
        places.add(claims.size());
        claims.add(claim);
        statements.add(statement);
      }
    }
    Linking anew = linked(disclosure, readers, statements);
    for (int i = 0; i < places.size(); i++) {
      claims.set(places.get(i), anew.disclosure().claims().get(i));
    }
    return new Linking(anew.disclosure().withClaims(claims), anew.trace());
  }

  private MeaningReader meanings(Disclosure disclosure) {
    Stated<Integer> year = disclosure.subject().fiscalYear();
    Stated<String> owner = disclosure.subject().organization();
    return new MeaningReader(
        words,
        finder,
        owner == null ? null : TextNormalizer.of(owner.value()),
        year == null ? null : year.value());
  }

  private Readers readers(Disclosure disclosure, MeaningReader meanings) {
    Stated<Integer> year = disclosure.subject().fiscalYear();
    Stated<Stage> stage = disclosure.subject().stage();
    EnumMap<Aspect, String> known = new EnumMap<>(Aspect.class);
    if (year != null) {
      known.put(Aspect.YEAR, year.value().toString());
    }
    if (stage != null) {
      known.put(Aspect.STAGE, MeaningReader.stage(stage.value()));
    }
    Meaning document = new Meaning(known, List.of(), null);
    return new Readers(
        new CellIndex(disclosure.tables(), document, meanings, words, classification), meanings);
  }

  private static Claim compared(Claim claim, CellIndex cells) {
    if (EquivalentItems.SUM.equals(claim.note())) {
      return claim;
    }
    Cell cell = claim.refersTo().isEmpty() ? null : cells.cell(claim.refersTo().get(0));
    Boolean agrees =
        cell == null || claim.agrees() == null || AmountComparison.difference(claim, cell) == null
            ? null
            : Boolean.valueOf(AmountComparison.agrees(claim, cell));
    return claim.compared(claim.refersTo(), agrees, claim.note());
  }

  private Linking linked(Disclosure disclosure, Readers readers, List<Statement> statements) {
    Shares shares = new Shares(readers.cells(), readers.meanings());
    ClaimLinker linker = new ClaimLinker(readers.cells(), disclosure.tables(), words);
    Growth.Linking grown =
        new Growth(sentences, words, readers.meanings(), messages, readers.cells())
            .link(
                new ChangeLinks(sentences, words, readers.cells())
                    .link(shares.link(linker.link(statements))));
    List<Linked> linked = grown.linked();
    List<Finding> findings = new ArrayList<>(otherFindings(disclosure));
    ClaimFindings wording = new ClaimFindings(messages);
    Set<String> reported = new HashSet<>();
    for (Linked one : linked) {
      if (one.severity() != null && reported.add(one.claim().printed() + one.claim().refersTo())) {
        Finding finding = finding(one, readers.cells(), shares, wording);
        if (finding != null) {
          findings.add(finding);
        }
      }
    }
    Set<CellRef> named = new HashSet<>();
    for (Linked one : linked) {
      CellRef ref = one.naming() == Naming.SAME ? null : one.claim().refersTo().get(0);
      Table table = ref == null ? null : readers.cells().table(ref.table());
      if (ref != null && table != null && named.add(ref)) {
        findings.add(wording.otherName(one.claim(), table, ref, one.naming()));
      }
    }
    for (Linked one : linked) {
      String reason = one.statement().reason();
      if (reason != null) {
        findings.add(wording.contraryReason(one.claim(), reason));
      }
    }
    findings.addAll(grown.findings());
    findings.addAll(new StatedShares(messages).review(linked));
    findings.addAll(new StatedCompletion(sentences, messages).review(linked));
    findings.addAll(new StatedSums(words, sentences, messages).review(linked));
    if (!readers.cells().isOfGovernment()) {
      // A report has many amounts of one name, of its whole area and of its own level.
      findings.addAll(new StatedTwice(words, messages).review(linked));
    }
    findings.addAll(new ChangesOfCells(sentences, messages, readers.cells()).review(linked));
    List<Claim> claims = linked.stream().map(Linked::claim).toList();
    Stated<Integer> year = disclosure.subject().fiscalYear();
    findings.addAll(
        new StatedChanges(sentences, messages).review(claims, year == null ? null : year.value()));
    if (year != null) {
      findings.addAll(new OtherYears(readers.cells(), year.value(), messages).review(linked));
    }
    return new Linking(
        disclosure.withClaims(claims).withFindings(findings),
        linked.stream()
            .map(one -> new ClaimTrace(one.claim(), one.reason(), one.doubts()))
            .toList());
  }

  private static @Nullable Finding finding(
      Linked linked, CellIndex cells, Shares shares, ClaimFindings wording) {
    Claim claim = linked.claim();
    Severity severity = linked.severity();
    CellRef ref = claim.refersTo().get(0);
    if (severity == null) {
      return null;
    }
    if (claim.refersTo().size() == 2 && claim.amount() == null) {
      Shares.PartOfWhole share = shares.of(claim, ref, claim.refersTo().get(1));
      return share == null ? null : wording.share(claim, share, cells, severity);
    }
    Table table = cells.table(ref.table());
    Cell cell = cells.cell(ref);
    return table == null || cell == null
        ? null
        : wording.difference(claim, table, cell, ref, severity, linked.part());
  }
}
