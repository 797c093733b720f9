package org.yusuan.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yusuan.Options;
import org.yusuan.Recheck;
import org.yusuan.Yusuan;
import org.yusuan.check.CheckTrace;
import org.yusuan.check.Checker;
import org.yusuan.correction.CorrectionEntry;
import org.yusuan.correction.CorrectionFile;
import org.yusuan.correction.Corrections;
import org.yusuan.correction.DrawnTable;
import org.yusuan.export.DisclosureJson;
import org.yusuan.knowledge.table.Layouts;
import org.yusuan.model.Disclosure;

/**
 * A folder of outputs with the documents they were read from and the corrections made to them.
 * Threads may share it; one at a time is served, but for pictures.
 */
public final class Workspace {

  /** At most this many documents are kept checked: the one at work and those just left. A guess. */
  private static final int MAX_KEPT_DOCUMENTS = 4;

  /** How long a list of documents may wait for their heads, in milliseconds. A guess. */
  private static final long LIST_PATIENCE_MILLIS = 1_200;

  private final @Nullable FactSearch facts;
  private final Options reading;
  private final FolderIndex index;
  private final SourceFolder sources;
  private final CorrectionFile correctionFile;
  private final DisclosureJson json = new DisclosureJson();
  private final Recheck recheck = new Recheck();

  /** Documents as they are with their corrections, by hash and fingerprint of these. */
  private final Map<String, Reviewed> reviewed = new LruCache<>(MAX_KEPT_DOCUMENTS);

  /** Documents as their files have them, by path, size and time. */
  private final Map<String, Disclosure> files = new LruCache<>(MAX_KEPT_DOCUMENTS);

  /** Documents read anew, by hash and what was drawn. */
  private final Map<String, Disclosure> reread = new LruCache<>(MAX_KEPT_DOCUMENTS);

  /** Heads of documents with corrections, by hash and fingerprint of these. */
  private final Map<String, DocumentHead> heads = new LinkedHashMap<>();

  /**
   * A workspace.
   *
   * @param outputs the folder with the JSON files, also below
   * @param sources the folder with the documents, also below; null if they lie among the outputs
   * @param corrections the file of corrections; it need not be there
   */
  public Workspace(Path outputs, @Nullable Path sources, Path corrections) {
    this(outputs, sources, corrections, null, Options.defaults());
  }

  /**
   * Opens a folder together with a database.
   *
   * @param database what {@code load} made of the folder; null if nothing is to be searched
   * @param reading how documents are read again, and what encrypted ones open with
   */
  public Workspace(
      Path outputs,
      @Nullable Path sources,
      Path corrections,
      @Nullable Path database,
      Options reading) {
    this.facts = database == null ? null : new FactSearch(database);
    this.index = new FolderIndex(outputs);
    this.reading = reading;
    this.sources = new SourceFolder(sources == null ? outputs : sources, reading.password());
    this.correctionFile = new CorrectionFile(corrections);
  }

  /**
   * A document at work.
   *
   * @param disclosure with its corrections
   * @param trace the identities that it was checked by
   * @param plan what to look at
   * @param corrections what is in force
   */
  record Reviewed(
      Disclosure disclosure,
      CheckTrace trace,
      ReviewQueue.Plan plan,
      List<CorrectionEntry> corrections) {}

  /**
   * A line of the list of documents.
   *
   * @param name path of the JSON file below the folder
   * @param head what it says; with its corrections once they were looked at
   * @param corrections how many corrections are in force
   */
  record Item(String name, DocumentHead head, int corrections) {}

  /**
   * All documents of the folder.
   *
   * @param documents by the paths of their files
   * @param unreadable files that are no disclosures, with the reason
   * @param left how many files have not been looked at yet
   * @param searchable whether there is a database to search
   */
  record Folder(List<Item> documents, List<String> unreadable, int left, boolean searchable) {}

  /** The folder as it is now. */
  Folder folder() throws IOException {
    FolderIndex.Listing listing = index.list(LIST_PATIENCE_MILLIS);
    Corrections corrections = correctionFile.read();
    List<Item> items = new ArrayList<>();
    synchronized (this) {
      listing
          .heads()
          .forEach(
              (name, head) -> {
                DocumentHead known = heads.get(head.id() + corrections.fingerprint(head.id()));
                items.add(
                    new Item(name, known == null ? head : known, corrections.of(head.id()).size()));
              });
    }
    return new Folder(items, listing.faults(), listing.left(), facts != null);
  }

  /**
   * A document with its corrections.
   *
   * @param id hash of its file
   * @return null if there is none
   * @throws IOException if its file is there and cannot be read
   */
  synchronized @Nullable Reviewed document(String id) throws IOException {
    Corrections corrections = correctionFile.read();
    String key = id + corrections.fingerprint(id);
    Reviewed known = reviewed.get(key);
    if (known != null) {
      return known;
    }
    Path file = file(id);
    if (file == null) {
      return null;
    }
    Checker.Checked checked = recheck.traced(read(id, file, corrections), corrections);
    Reviewed made =
        new Reviewed(
            checked.disclosure(),
            checked.trace(),
            ReviewQueue.plan(checked.disclosure(), checked.trace()),
            corrections.of(id));
    reviewed.put(key, made);
    heads.put(key, DocumentHead.of(made.disclosure()));
    return made;
  }

  /**
   * What was read from a document: by its file, and anew where a person drew tables on its pages.
   */
  private Disclosure read(String id, Path file, Corrections corrections) throws IOException {
    List<DrawnTable> drawn = corrections.drawn(id);
    Disclosure stored = stored(file);
    Path source = drawn.isEmpty() ? null : sources.source(id, stored.source().file()).file();
    if (source == null) {
      return stored;
    }
    String key = id + drawn;
    Disclosure known = reread.get(key);
    if (known == null) {
      List<Integer> pages = RereadPages.of(stored, drawn);
      Options again = reading.withPages(pages).withCorrections(corrections.ofReading());
      known = RereadPages.put(stored, Yusuan.extract(source, again), pages);
      reread.put(key, known);
    }
    return known;
  }

  private Disclosure stored(Path file) throws IOException {
    String key = file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis();
    Disclosure known = files.get(key);
    if (known == null) {
      known = json.read(file);
      files.put(key, known);
    }
    return known;
  }

  private @Nullable Path file(String id) throws IOException {
    Path file = index.file(id);
    if (file == null && index.list(Long.MAX_VALUE).heads().isEmpty()) {
      return null;
    }
    return file != null ? file : index.file(id);
  }

  /** The facts of the database; null if there is none. */
  @Nullable FactSearch facts() {
    return facts;
  }

  /** The layouts that documents are read by. */
  Layouts layouts() throws IOException {
    return Layouts.withOwn(reading.layoutFolders());
  }

  /** What is in force for a document, in its order. */
  List<CorrectionEntry> corrections(String id) throws IOException {
    return correctionFile.read().of(id);
  }

  /** Adds corrections; they are on the disk when this returns. */
  synchronized void add(List<CorrectionEntry> entries) throws IOException {
    correctionFile.append(entries);
  }

  /**
   * The document's own file, its pages as pictures and words.
   *
   * @throws IOException if there is no such document
   */
  SourceFolder.SourceDocument source(String id) throws IOException {
    Disclosure disclosure = Objects.requireNonNull(document(id)).disclosure();
    return sources.source(id, disclosure.source().file());
  }
}
