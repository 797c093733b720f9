package org.yusuan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yusuan.check.Checker;
import org.yusuan.check.blame.DamagedPages;
import org.yusuan.check.blame.LooseText;
import org.yusuan.check.blame.ProvenPages;
import org.yusuan.check.document.TextReview;
import org.yusuan.claim.Claims;
import org.yusuan.grid.assembly.PageContent;
import org.yusuan.grid.assembly.PageJoiner;
import org.yusuan.grid.assembly.PlacedGrid;
import org.yusuan.io.DaemonThreads;
import org.yusuan.io.ErrorMessage;
import org.yusuan.io.Sha256;
import org.yusuan.knowledge.Classification;
import org.yusuan.knowledge.ClosedVocabulary;
import org.yusuan.knowledge.evidence.DocumentRules;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.knowledge.table.Layouts;
import org.yusuan.layout.CodeReview;
import org.yusuan.layout.RecognizedText;
import org.yusuan.layout.TableMapper;
import org.yusuan.layout.TableReview;
import org.yusuan.layout.subject.SubjectReader;
import org.yusuan.model.Disclosure;
import org.yusuan.model.Quality;
import org.yusuan.model.SourceFile;
import org.yusuan.model.Stated;
import org.yusuan.model.Subject;
import org.yusuan.model.UnreadableFileException;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.table.Table;
import org.yusuan.page.DisplayMapping;
import org.yusuan.page.PageTransform;
import org.yusuan.scan.Scanner;
import org.yusuan.scan.ocr.ScanException;
import org.yusuan.source.second.SecondReading;

/**
 * Reads disclosures. One object may serve many documents and many threads: it holds the layouts,
 * and the engines of recognition once a page needed them. Close it to end those.
 *
 * <pre>{@code
 * Disclosure disclosure = Yusuan.extract(Path.of("budget.pdf"), Options.defaults());
 * for (Table table : disclosure.tables()) {
 *   System.out.println(table.kind() + " " + table.title());
 * }
 * }</pre>
 */
public final class Yusuan implements AutoCloseable {

  private static final Logger LOG = log();

  private final Options options;
  private final CompletableFuture<Stages> rules;
  private final DocumentReader.Engines engines = this::scanner;
  private @Nullable RecognizedText recognizedText;
  private @Nullable Scanner scanner;
  private @Nullable ScanException noScanner;
  private @Nullable ClosedVocabulary vocabulary;

  private static Logger log() {
    LogBackend.mayBeMissing();
    return LoggerFactory.getLogger(Yusuan.class);
  }

  /**
   * Makes a reader.
   *
   * @throws IOException if a folder of layouts cannot be read
   * @throws IllegalArgumentException if a layout file is wrong; the message names it
   */
  public Yusuan(Options options) throws IOException {
    this.options = options;
    if (options.layoutFolders().isEmpty()) {
      // Pages are read meanwhile: a process that reads one document need not wait for them.
      this.rules =
          CompletableFuture.supplyAsync(
              Stages::shipped, task -> new DaemonThreads("yusuan-rules").newThread(task).start());
    } else {
      this.rules =
          CompletableFuture.completedFuture(Stages.by(Layouts.withOwn(options.layoutFolders())));
    }
  }

  /**
   * The knowledge about tables, and the stages that work by it. Immutable; threads may share it.
   */
  private record Stages(
      Layouts layouts,
      Classification classification,
      TableMapper mapper,
      TableReview tableReview,
      CodeReview codeReview,
      TextReview textReview,
      Checker checker,
      Claims claims,
      Recheck recheck) {

    static Stages shipped() {
      return by(Layouts.shipped());
    }

    static Stages by(Layouts layouts) {
      Classification classification = Classification.shipped();
      Messages messages = Messages.shipped();
      Checker checker = new Checker(messages);
      Claims claims = new Claims(classification, messages);
      TableReview tableReview = new TableReview(layouts, messages);
      CodeReview codeReview =
          new CodeReview(classification, layouts.vocabulary().numbering(), messages);
      TextReview textReview = new TextReview(DocumentRules.shipped(), messages);
      return new Stages(
          layouts,
          classification,
          new TableMapper(layouts, classification),
          tableReview,
          codeReview,
          textReview,
          checker,
          claims,
          new Recheck(checker, claims, tableReview, codeReview, textReview, messages));
    }
  }

  /** The rules, once they are there. */
  private Stages rules() {
    try {
      return rules.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw e;
    }
  }

  /**
   * Reads one document.
   *
   * @throws UnreadableFileException if the file cannot be read; its message names file and reason
   * @throws IOException if a folder of layouts cannot be read
   */
  public static Disclosure extract(Path file, Options options) throws IOException {
    try (Yusuan yusuan = new Yusuan(options)) {
      return yusuan.read(file, page -> {});
    }
  }

  /**
   * Reads one document.
   *
   * @param progress is told of each page when it has been read
   * @throws UnreadableFileException if the file cannot be read; its message names file and reason
   */
  public Disclosure read(Path file, ReadingProgress progress) throws UnreadableFileException {
    return trace(file, progress).disclosure();
  }

  /**
   * Reads one document and keeps what the stages saw.
   *
   * @param progress is told of each page when it has been read
   * @throws UnreadableFileException if the file cannot be read; its message names file and reason
   */
  public ReadingTrace trace(Path file, ReadingProgress progress) throws UnreadableFileException {
    return trace(file, Set.of(), progress);
  }

  /**
   * The same, with the identities of some tables, of which a large document has very many.
   *
   * @param checkedPages the pages whose tables are meant
   * @param progress is told of each page when it has been read
   * @throws UnreadableFileException if the file cannot be read; its message names file and reason
   */
  public ReadingTrace trace(Path file, Set<Integer> checkedPages, ReadingProgress progress)
      throws UnreadableFileException {
    LOG.info("{}: opening", file);
    String name = String.valueOf(file.getFileName());
    try (TimedSteps steps = new TimedSteps();
        DocumentReader document = DocumentReader.open(file, options, engines, steps)) {
      List<ReadPage> pages = document.readPages(pageNumbers(document), progress);
      SourceFile source =
          new SourceFile(
              document.name(),
              Sha256.of(file),
              document.pageCount(),
              document.producer(),
              pages.stream().map(ReadPage::source).toList());
      Map<Integer, PageTransform> transforms = new TreeMap<>();
      for (ReadPage page : pages) {
        if (page.transform() != null) {
          transforms.put(page.source().page(), page.transform());
        }
      }
      ReadingTrace trace =
          steps.run(
              () ->
                  trace(
                      file,
                      source,
                      pages.stream().map(ReadPage::content).toList(),
                      new DisplayMapping(transforms),
                      checkedPages),
              Budget.standard().pages(pages.size()));
      Disclosure doubted =
          LooseText.doubted(trace.disclosure(), pages.stream().map(ReadPage::content).toList());
      return trace.withDisclosure(DamagedPages.doubted(doubted, document::isDamaged));
    } catch (UnreadableFileException e) {
      throw e;
    } catch (TimedSteps.ExceededException e) {
      throw new UnreadableFileException(name, "it " + e.getMessage(), e);
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
      throw new UnreadableFileException(name, ErrorMessage.of(e), e);
    }
  }

  /** The scanner, started at its first use: documents with a text layer never pay for it. */
  private synchronized Scanner scanner() {
    if (noScanner != null) {
      throw new ScanException(String.valueOf(noScanner.getMessage()), noScanner);
    }
    if (scanner == null) {
      try {
        scanner = Scanner.open(options.scan(), vocabulary().printed());
      } catch (ScanException e) {
        noScanner = e;
        throw e;
      }
    }
    return scanner;
  }

  /** The closed vocabulary at work, made at its first use: text layers never pay for it. */
  private synchronized RecognizedText recognizedText() {
    if (recognizedText == null) {
      recognizedText = new RecognizedText(vocabulary());
    }
    return recognizedText;
  }

  private synchronized ClosedVocabulary vocabulary() {
    if (vocabulary == null) {
      vocabulary = ClosedVocabulary.shipped(rules().classification());
    }
    return vocabulary;
  }

  /** Ends the engines of recognition, if they were started. No document may be under way. */
  @Override
  public synchronized void close() {
    if (scanner != null) {
      scanner.close();
      scanner = null;
    }
  }

  private ReadingTrace trace(
      Path file,
      SourceFile source,
      List<PageContent> pages,
      DisplayMapping displayed,
      Set<Integer> checkedPages) {
    Stages known = rules();
    List<PlacedGrid> grids = PageJoiner.join(pages);
    if (grids.stream().anyMatch(placed -> placed.grid().isRecognized())) {
      grids = recognizedText().settle(grids);
    }
    grids = new DrawnLines(options.corrections().drawn(source.sha256())).named(grids, displayed);
    List<TableMapper.Mapped> mapped = known.mapper().map(grids);
    List<Table> tables = mapped.stream().map(TableMapper.Mapped::table).toList();
    Subject subject = SubjectReader.read(pages, mapped, known.layouts());
    Stated<Integer> year = subject.fiscalYear();
    CodeReview.Reviewed reviewed =
        known.codeReview().review(tables, year == null ? null : year.value());
    List<Finding> findings = new ArrayList<>(known.tableReview().review(tables));
    findings.addAll(reviewed.findings());
    Disclosure disclosure =
        known
            .textReview()
            .completed(
                new Disclosure(
                    Disclosure.VERSION,
                    known.tableReview().withLostFigures(source, reviewed.tables()),
                    displayed.subject(subject),
                    displayed.tables(reviewed.tables()),
                    List.of(),
                    findings,
                    Quality.of(reviewed.tables())),
                pages);
    LOG.info(
        "{}: {} pages read, {} tables, {} of unknown kind",
        source.file(),
        pages.size(),
        tables.size(),
        tables.stream().filter(table -> table.kind().equals(Table.UNKNOWN)).count());
    Set<String> asked =
        tables.stream()
            .filter(table -> !Collections.disjoint(table.pages(), checkedPages))
            .map(Table::id)
            .collect(Collectors.toSet());
    Checker.Checked first = known.checker().check(disclosure, asked);
    Disclosure second =
        SecondReading.reread(file, options.password(), first.disclosure(), Set.of());
    Checker.Checked checked =
        second == first.disclosure() ? first : known.checker().check(second, asked);
    Claims.Linking linking =
        known
            .claims()
            .link(pages, known.recheck().corrected(checked.disclosure(), options.corrections()));
    Disclosure reread =
        SecondReading.reread(
            file,
            options.password(),
            linking.disclosure(),
            SecondReading.accused(first.disclosure()));
    if (reread != linking.disclosure()) {
      linking = known.claims().relink(reread);
    }
    Disclosure read = linking.disclosure();
    LOG.info(
        "{}: {} amounts, {} verified, {} disputed; {} findings, {} claims",
        source.file(),
        read.quality().amounts(),
        read.quality().verified(),
        read.quality().disputed(),
        read.findings().size(),
        read.claims().size());
    Disclosure placed = read.withClaims(displayed.claims(read.claims()));
    return new ReadingTrace(
        ProvenPages.believed(known.recheck().reviewed(placed, options.corrections())),
        grids.stream().map(PlacedGrid::grid).toList(),
        pages.stream().map(PageContent::page).toList(),
        displayed,
        mapped.stream().map(TableMapper.Mapped::trace).toList(),
        checked.trace(),
        linking.trace());
  }

  private List<Integer> pageNumbers(DocumentReader document) throws UnreadableFileException {
    List<Integer> numbers = new ArrayList<>();
    for (int number = 1; number <= document.pageCount(); number++) {
      if (options.pages().isEmpty() || options.pages().contains(number)) {
        numbers.add(number);
      }
    }
    if (numbers.isEmpty()) {
      throw new UnreadableFileException(
          document.name(), "has " + document.pageCount() + " pages; none of those asked for", null);
    }
    return numbers;
  }
}
