package org.yusuan.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yusuan.Options;
import org.yusuan.Yusuan;
import org.yusuan.export.DisclosureJson;
import org.yusuan.model.Disclosure;
import org.yusuan.model.UnreadableFileException;
import org.yusuan.model.finding.Blame;
import org.yusuan.model.finding.Severity;
import org.yusuan.model.table.Cell;
import org.yusuan.scan.ScanOptions;

/**
 * Documents with random faults: whatever they hold, they are read or refused with a message, in
 * bounded time. A few by default; many, over any folder, with
 *
 * <pre>mvn test -Dtest=MutatedDocumentsTest -Dfuzz.runs=5000 -Dfuzz.folder=DIR -Dfuzz.seed=1</pre>
 *
 * <p>which makes so many damaged files and so many altered ones, and tells now and then how many
 * were read, the longest processor time, and the heap in use. Those that fail are kept in {@code
 * target/mutants}.
 */
class MutatedDocumentsTest {

  private static final int RUNS = Integer.getInteger("fuzz.runs", 12);
  private static final long SEED = Long.getLong("fuzz.seed", 20_260_101L);
  private static final Path FOLDER = Path.of(System.getProperty("fuzz.folder", "testdata"));

  /** Larger files are left out: each would take most of the time. */
  private static final int MAX_BYTES = Integer.getInteger("fuzz.largest", 3_000_000);

  @TempDir private Path folder;

  private final ProcessLimits limits = new ProcessLimits();
  private final List<String> wrong = new ArrayList<>();
  private int told;

  private static Options textAlone() {
    return Options.defaults().withScan(Options.Ocr.NEVER, ScanOptions.standard());
  }

  private static List<Path> files(String ending) throws IOException {
    try (Stream<Path> all = Files.walk(FOLDER)) {
      List<Path> found = new ArrayList<>();
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        if (file.toString().endsWith(ending) && Files.size(file) <= MAX_BYTES) {
          found.add(file);
        }
      }
      return found;
    }
  }

  /** Reads a document, and remembers what must not happen: one fault does not hide the next. */
  private void readOrRefuse(Yusuan yusuan, Path mutant, String which) throws IOException {
    limits.begin();
    try {
      new DisclosureJson().write(yusuan.read(mutant, page -> {}), false);
    } catch (UnreadableFileException e) {
      if (e.getMessage().contains("unexpected fault")) {
        wrong.add(which + ": " + e.getMessage());
      }
    } catch (RuntimeException | Error e) {
      wrong.add(which + ": " + e);
    }
    String costly = limits.end();
    if (costly != null) {
      wrong.add(which + " took " + costly);
    }
    if (wrong.size() > told) {
      told = wrong.size();
      Path kept = Path.of("target", "mutants", told + "-" + mutant.getFileName());
      Files.createDirectories(Path.of("target", "mutants"));
      Files.copy(mutant, kept, StandardCopyOption.REPLACE_EXISTING);
      System.out.println(kept + ": " + wrong.get(told - 1));
    }
  }

  private void assertNothingWrong() {
    assertEquals(List.of(), wrong);
    limits.assertHeapIsFlat();
  }

  private static void flip(byte[] bytes, Random random, int from) {
    if (bytes.length > from) {
      int at = from + random.nextInt(bytes.length - from);
      bytes[at] ^= (byte) (1 << random.nextInt(8));
    }
  }

  @Test
  void damagedFilesAreReadOrRefused() throws IOException {
    List<Path> files = files(".pdf");
    try (Yusuan yusuan = new Yusuan(textAlone())) {
      for (int run = 0; run < RUNS; run++) {
        Random random = new Random(SEED + run);
        Path file = files.get(random.nextInt(files.size()));
        byte[] bytes = Files.readAllBytes(file);
        for (int i = random.nextInt(20); i >= 0; i--) {
          flip(bytes, random, 16);
        }
        Path mutant = folder.resolve("damaged.pdf");
        Files.write(mutant, bytes);
        readOrRefuse(yusuan, mutant, file + " run " + run);
      }
    }
    assertNothingWrong();
  }

  @Test
  void alteredStreamsAreReadOrRefused() throws IOException {
    List<Path> files = files(".pdf");
    try (Yusuan yusuan = new Yusuan(textAlone())) {
      for (int run = 0; run < RUNS; run++) {
        Random random = new Random(SEED + run);
        Path file = files.get(random.nextInt(files.size()));
        Path mutant = folder.resolve("altered.pdf");
        try (PDDocument document = PDDocument.load(file.toFile())) {
          for (COSObject object : document.getDocument().getObjects()) {
            if (object.getObject() instanceof COSStream stream
                && !COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))
                && random.nextInt(6) == 0) {
              alter(stream, random);
            }
          }
          document.save(mutant.toFile());
        }
        readOrRefuse(yusuan, mutant, file + " run " + run);
      }
    }
    assertNothingWrong();
  }

  private static void alter(COSStream stream, Random random) throws IOException {
    byte[] bytes;
    try (var in = stream.createInputStream()) {
      bytes = in.readAllBytes();
    } catch (IOException e) {
      return;
    }
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int at = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    switch (random.nextInt(4)) {
      case 0 -> {
        flip(bytes, random, 0);
        out.write(bytes);
      }
      case 1 -> out.write(bytes, 0, at);
      case 2 -> {
        out.write(bytes, 0, at);
        out.write(" 1e38 -99999999999 0 cm q BT ET /X Do ".getBytes(StandardCharsets.US_ASCII));
        out.write(bytes, at, bytes.length - at);
      }
      default ->
          out.write(
              text.replace(" 1 ", " 1000000 ")
                  .replace("0 0", "-0 NaN")
                  .getBytes(StandardCharsets.ISO_8859_1));
    }
    try (var sink = stream.createOutputStream(COSName.FLATE_DECODE)) {
      out.writeTo(sink);
    }
  }

  /** Of flipped bits, at most this part may change what is read without a word; and one. */
  private static final double MOST_SILENT = 0.02;

  @Test
  void aFlippedBitNeverAccusesThePublisherAndIsToldIfItChangesAnything() throws IOException {
    List<Path> files = files(".pdf");
    Map<Path, Disclosure> whole = new HashMap<>();
    List<String> silent = new ArrayList<>();
    try (Yusuan yusuan = new Yusuan(textAlone())) {
      for (int run = 0; run < RUNS; run++) {
        Random random = new Random(SEED + run);
        Path file = files.get(random.nextInt(files.size()));
        if (!whole.containsKey(file)) {
          whole.put(file, yusuan.read(file, page -> {}));
        }
        Disclosure before = whole.get(file);
        byte[] bytes = Files.readAllBytes(file);
        flip(bytes, random, 16);
        Path mutant = folder.resolve("flipped.pdf");
        Files.write(mutant, bytes);
        String which = file + " run " + run;
        try {
          Disclosure after = yusuan.read(mutant, page -> {});
          assertTrue(
              accusations(after) <= accusations(before),
              which + ": " + accusations(before) + " -> " + accusations(after));
          if (!texts(after).equals(texts(before)) && problems(after).equals(problems(before))) {
            silent.add(which);
          }
        } catch (UnreadableFileException e) {
          // Refused: nobody is accused.
        }
      }
    }
    assertTrue(silent.size() <= 1 + MOST_SILENT * RUNS, silent.size() + " " + silent);
  }

  private static long accusations(Disclosure disclosure) {
    return disclosure.findings().stream()
        .filter(f -> f.severity() == Severity.ERROR && f.blame() == Blame.DOCUMENT)
        .count();
  }

  private static List<String> problems(Disclosure disclosure) {
    return disclosure.source().pages().stream().flatMap(page -> page.problems().stream()).toList();
  }

  /** The texts of all tables. */
  private static List<String> texts(Disclosure disclosure) {
    return disclosure.tables().stream()
        .flatMap(table -> table.rows().stream())
        .flatMap(row -> row.cells().stream())
        .map(Cell::text)
        .toList();
  }

  @Test
  void alteredOutputsAreReadOrRefused() throws IOException {
    List<Path> files = files(".pdf");
    DisclosureJson json = new DisclosureJson();
    byte[] whole;
    try (Yusuan yusuan = new Yusuan(textAlone())) {
      whole = json.write(yusuan.read(files.get(0), page -> {}), false);
    }
    String text = new String(whole, StandardCharsets.UTF_8);
    List<String> numbers =
        List.of("2147483647", "-1", "1e400", "null", "\"\"", "{}", "9".repeat(900));
    int refused = 0;
    for (int run = 0; run < 20 * RUNS; run++) {
      Random random = new Random(SEED + run);
      int at = random.nextInt(text.length());
      int digit = at;
      while (digit < text.length() && !Character.isDigit(text.charAt(digit))) {
        digit++;
      }
      int end = digit;
      while (end < text.length() && Character.isDigit(text.charAt(end))) {
        end++;
      }
      String other = numbers.get(random.nextInt(numbers.size()));
      Path mutant = folder.resolve("altered.json");
      Files.writeString(mutant, text.substring(0, digit) + other + text.substring(end));
      try {
        json.read(mutant);
      } catch (UnreadableFileException e) {
        refused++;
        assertEquals(1, e.getMessage().lines().count());
      }
    }
    assertTrue(refused > 0);
  }
}
