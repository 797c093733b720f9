package org.yusuan.workbench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.yusuan.Recheck;
import org.yusuan.correction.CorrectionEntry;
import org.yusuan.correction.CorrectionFile;
import org.yusuan.correction.Corrections;
import org.yusuan.export.DisclosureJson;
import org.yusuan.io.FileEndings;
import org.yusuan.io.Sha256;
import org.yusuan.model.Disclosure;
import org.yusuan.page.PageSource;
import org.yusuan.source.PageSources;

/**
 * A folder of outputs with the documents they were read from and the corrections made to them.
 * Threads may share it; one at a time is served.
 */
public final class Workspace {

  /** Resolution of page pictures: print of 5 pt can be read when it is enlarged twice. */
  private static final int DPI = 144;

  /** How many page pictures are kept. */
  private static final int KEPT_PICTURES = 12;

  private final Path outputs;
  private final @Nullable Path sources;
  private final CorrectionFile correctionFile;
  private final DisclosureJson json = new DisclosureJson();
  private final Recheck recheck = new Recheck();

  /** The file of each document, by the hash of its source; filled at the first look. */
  private final Map<String, Path> files = new LinkedHashMap<>();

  /** What was read from each file, without corrections. */
  private final Map<String, Disclosure> read = new LinkedHashMap<>();

  private final Map<String, byte[]> pictures =
      new LinkedHashMap<>(KEPT_PICTURES, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
          return size() > KEPT_PICTURES;
        }
      };

  private final List<String> unreadable = new ArrayList<>();

  /**
   * A workspace.
   *
   * @param outputs the folder with the JSON files, also below
   * @param sources the folder with the documents, also below; null if they lie among the outputs
   * @param corrections the file of corrections; it need not be there
   */
  public Workspace(Path outputs, @Nullable Path sources, Path corrections) {
    this.outputs = outputs;
    this.sources = sources;
    this.correctionFile = new CorrectionFile(corrections);
  }

  /**
   * A line of the list of documents.
   *
   * @param id hash of the document's file
   * @param name path of the JSON file below the folder
   * @param organization whose it is; empty if unknown
   * @param year for which year; null if unknown
   * @param stage at which stage; empty if unknown
   * @param amounts how many amounts it holds
   * @param verified how many of them are verified
   * @param disputed how many are disputed
   * @param errors how many findings are errors
   * @param corrections how many corrections are in force
   */
  public record Item(
      String id,
      String name,
      String organization,
      @Nullable Integer year,
      String stage,
      int amounts,
      int verified,
      int disputed,
      long errors,
      int corrections) {}

  /** All documents, by the paths of their files. */
  public synchronized List<Item> documents() throws IOException {
    scan();
    Corrections corrections = correctionFile.read();
    List<Item> items = new ArrayList<>();
    for (Map.Entry<String, Path> file : files.entrySet()) {
      Disclosure disclosure = corrected(file.getKey(), corrections);
      items.add(item(file.getKey(), file.getValue(), disclosure, corrections));
    }
    return items;
  }

  /** Files below the folder that are no disclosures, with the reason. */
  public synchronized List<String> unreadable() {
    return List.copyOf(unreadable);
  }

  private Item item(String id, Path file, Disclosure disclosure, Corrections corrections) {
    var subject = disclosure.subject();
    return new Item(
        id,
        outputs.relativize(file).toString().replace('\\', '/'),
        subject.organization() == null ? "" : subject.organization().value(),
        subject.fiscalYear() == null ? null : subject.fiscalYear().value(),
        subject.stage() == null
            ? ""
            : subject.stage().value().name().toLowerCase(java.util.Locale.ROOT),
        disclosure.quality().amounts(),
        disclosure.quality().verified(),
        disclosure.quality().disputed(),
        disclosure.findings().stream().filter(Workspace::isError).count(),
        corrections.of(id).size());
  }

  private static boolean isError(org.yusuan.model.Finding finding) {
    return finding.severity() == org.yusuan.model.Severity.ERROR;
  }

  private void scan() throws IOException {
    if (!files.isEmpty()) {
      return;
    }
    unreadable.clear();
    List<Path> found;
    try (Stream<Path> all = Files.walk(outputs)) {
      found =
          all.filter(file -> file.toString().endsWith(".json"))
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
    }
    for (Path file : found) {
      try {
        Disclosure disclosure = json.read(file);
        String id = disclosure.source().sha256();
        files.putIfAbsent(id, file);
        read.putIfAbsent(id, disclosure);
      } catch (IOException e) {
        unreadable.add(String.valueOf(e.getMessage()));
      }
    }
  }

  /**
   * A document with its corrections.
   *
   * @param id hash of its file
   * @return null if there is none
   */
  public synchronized @Nullable Disclosure document(String id) throws IOException {
    scan();
    return files.containsKey(id) ? corrected(id, correctionFile.read()) : null;
  }

  private Disclosure corrected(String id, Corrections corrections) {
    Disclosure disclosure = Objects.requireNonNull(read.get(id));
    return corrections.of(id).isEmpty() ? disclosure : recheck.recheck(disclosure, corrections);
  }

  /** What the document would be with more corrections; nothing is written. */
  public synchronized Disclosure preview(String id, List<CorrectionEntry> more) throws IOException {
    List<CorrectionEntry> entries = new ArrayList<>(correctionFile.read().entries());
    entries.addAll(more);
    return recheck.recheck(Objects.requireNonNull(read.get(id)), new Corrections(entries));
  }

  /** What is in force for a document, in its order. */
  public synchronized List<CorrectionEntry> corrections(String id) throws IOException {
    return correctionFile.read().of(id);
  }

  /** Adds corrections; they are on the disk when this returns. */
  public synchronized void add(List<CorrectionEntry> entries) throws IOException {
    correctionFile.append(entries);
  }

  /**
   * The picture of a page, as PNG.
   *
   * @param id hash of the document's file
   * @param page its number, from 1
   * @return null if the document is not there, or has no such page
   */
  public synchronized byte @Nullable [] picture(String id, int page) throws IOException {
    String key = id + "/" + page;
    byte[] kept = pictures.get(key);
    if (kept != null) {
      return kept;
    }
    Path source = source(id);
    if (source == null) {
      return null;
    }
    try (PageSource document = PageSources.open(source)) {
      if (page < 1 || page > document.pageCount()) {
        return null;
      }
      BufferedImage image = document.display(page, DPI);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(image, "png", bytes);
      pictures.put(key, bytes.toByteArray());
      return bytes.toByteArray();
    }
  }

  private final Map<String, Path> foundSources = new TreeMap<>();

  /** The document's own file, found by its name and made sure by its hash. */
  private @Nullable Path source(String id) throws IOException {
    Disclosure disclosure = read.get(id);
    if (disclosure == null) {
      return null;
    }
    Path known = foundSources.get(id);
    if (known != null) {
      return known;
    }
    List<Path> named;
    try (Stream<Path> all = Files.walk(sources == null ? outputs : sources)) {
      named =
          all.filter(file -> String.valueOf(file.getFileName()).equals(disclosure.source().file()))
              .filter(FileEndings::isDocument)
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
    }
    for (Path file : named) {
      if (Sha256.of(file).equals(id)) {
        foundSources.put(id, file);
        return file;
      }
    }
    return null;
  }
}
