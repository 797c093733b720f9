package org.yusuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yusuan.Options;
import org.yusuan.page.Password;
import picocli.CommandLine;

/** Files that cannot be read end with one line that names them, and leave nothing behind. */
class BadInputTest {

  private static final Path DOCUMENT = Path.of("testdata/zhuzhou-wangxinban-2020.pdf");

  @TempDir private Path folder;

  private record Run(int exit, String out, String err) {}

  private Run extract(Path file) {
    return extract(file, "never");
  }

  private Run extract(Path file, String ocr, String... more) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line =
        Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    int exit =
        assertTimeoutPreemptively(
            Duration.ofSeconds(60),
            () ->
                line.execute(
                    Stream.concat(
                            Stream.of(
                                "extract",
                                file.toString(),
                                "--ocr",
                                ocr,
                                "-o",
                                folder.resolve("out").toString()),
                            Stream.of(more))
                        .toArray(String[]::new)));
    return new Run(exit, out.toString(), err.toString());
  }

  private boolean wroteSomething() throws Exception {
    Path out = folder.resolve("out");
    if (!Files.exists(out)) {
      return false;
    }
    try (Stream<Path> files = Files.list(out)) {
      return files.findAny().isPresent();
    }
  }

  private void assertRefused(byte[] bytes, String reason) throws Exception {
    Path file = folder.resolve("bad.pdf");
    Files.write(file, bytes);
    Run run = extract(file);
    assertEquals(1, run.exit, run.out);
    assertEquals(1, run.err.lines().count(), run.err);
    assertTrue(run.err.startsWith("yusuan: bad.pdf"), run.err);
    assertTrue(run.err.contains(reason), run.err);
    assertFalse(run.err.contains("Exception"), run.err);
    assertFalse(wroteSomething());
  }

  private static byte[] saved(PDDocument document) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.save(bytes);
    document.close();
    return bytes.toByteArray();
  }

  private Run accepted(PDDocument document) throws Exception {
    Path file = folder.resolve("odd.pdf");
    Files.write(file, saved(document));
    Run run = extract(file);
    assertEquals(0, run.exit, run.err);
    return run;
  }

  @Test
  void anEmptyFile() throws Exception {
    assertRefused(new byte[0], "empty");
  }

  @Test
  void aPictureThatIsCalledAPdf() throws Exception {
    assertRefused(
        new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F'},
        "not a PDF");
  }

  @Test
  void textThatIsCalledAPdf() throws Exception {
    assertRefused("2020年部门预算".getBytes(StandardCharsets.UTF_8), "not a PDF");
  }

  @Test
  void aFileThatIsCutOff() throws Exception {
    byte[] all = Files.readAllBytes(DOCUMENT);
    assertRefused(Arrays.copyOf(all, all.length / 2), "truncated");
    assertRefused(Arrays.copyOf(all, all.length - 2_000), "truncated");
  }

  @Test
  void aFileThatAsksForAPassword() throws Exception {
    assertRefused(encrypted("secret"), "password");
  }

  @Test
  void aFileOpensWithItsPasswordWhichIsNotKept() throws Exception {
    Path file = folder.resolve("locked.pdf");
    Files.write(file, encrypted("secret"));
    Run run = extract(file, "never", "--password", "secret");
    assertEquals(0, run.exit, run.err);
    String kept;
    try (Stream<Path> written = Files.walk(folder)) {
      kept =
          Files.readString(
              written.filter(f -> f.toString().endsWith(".json")).findAny().orElseThrow());
    }
    assertFalse((kept + run.err).contains("secret"), run.err);
    assertFalse(
        Options.defaults().withPassword(new Password("secret")).toString().contains("secret"));
  }

  @Test
  void aWrongPasswordIsToldAndNotRepeated() throws Exception {
    Path file = folder.resolve("locked.pdf");
    Files.write(file, encrypted("secret"));
    Run run = extract(file, "never", "--password", "guessed");
    assertEquals(1, run.exit);
    assertTrue(run.err.contains("password given does not open it"), run.err);
    assertFalse(run.err.contains("guessed"), run.err);
  }

  @Test
  void aFileWhoseUserPasswordIsEmptyIsRead() throws Exception {
    Path file = folder.resolve("open.pdf");
    Files.write(file, encrypted(""));
    Run run = extract(file);
    assertEquals(0, run.exit, run.err);
  }

  @Test
  void aFileThatIsEncryptedToCertificates() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      document.save(bytes);
    }
    String plain = bytes.toString(StandardCharsets.ISO_8859_1);
    String encrypted =
        plain.replaceFirst(
            "trailer\\s*<<",
            "trailer\n<<\n/Encrypt << /Filter /Adobe.PubSec /SubFilter /adbe.pkcs7.s4 /V 2"
                + " /Length 128 /Recipients [<3003020101>] >>\n");
    assertNotEquals(plain, encrypted);
    assertRefused(encrypted.getBytes(StandardCharsets.ISO_8859_1), "encrypted: only those");
  }

  private static byte[] encrypted(String userPassword) throws Exception {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      StandardProtectionPolicy policy =
          new StandardProtectionPolicy("owner", userPassword, new AccessPermission());
      policy.setEncryptionKeyLength(128);
      document.protect(policy);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  @Test
  void aFileThatIsNotThere() throws Exception {
    Run run = extract(folder.resolve("nowhere.pdf"));
    assertTrue(run.exit != 0);
    assertTrue(run.err.contains("nowhere.pdf"), run.err);
    assertFalse(wroteSomething());
  }

  @Test
  void aDocumentWithoutPages() throws Exception {
    try (PDDocument document = new PDDocument()) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      assertRefused(bytes.toByteArray(), "no page");
    }
  }

  @Test
  void aPageTreeThatRunsInACircleEnds() throws Exception {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      COSDictionary pages =
          (COSDictionary)
              document.getDocumentCatalog().getCOSObject().getDictionaryObject(COSName.PAGES);
      COSArray kids = new COSArray();
      kids.add(pages);
      pages.setItem(COSName.KIDS, kids);
      pages.setItem(COSName.PARENT, pages);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      assertRefused(bytes.toByteArray(), "damaged");
    }
  }

  @Test
  void aPageWithoutContentHasNoTables() throws Exception {
    PDDocument document = new PDDocument();
    document.addPage(new PDPage());
    Run run = accepted(document);
    assertTrue(run.out.contains("0 amounts"), run.out);
  }

  @Test
  void aPageWithTenThousandRulingsEnds() throws Exception {
    PDDocument document = new PDDocument();
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    Random random = new Random(7);
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      for (int i = 0; i < 5_000; i++) {
        float y = 842 * random.nextFloat();
        content.moveTo(595 * random.nextFloat(), y);
        content.lineTo(595 * random.nextFloat(), y);
        float x = 595 * random.nextFloat();
        content.moveTo(x, 842 * random.nextFloat());
        content.lineTo(x, 842 * random.nextFloat());
        content.stroke();
      }
    }
    assertRefused(saved(document), "page 1: it draws more than 8000 lines; the rest was not read");
  }

  @Test
  void aPageOfAnAbsurdSizeEnds() throws Exception {
    PDDocument document = new PDDocument();
    PDPage page = new PDPage(new PDRectangle(2_000_000, 3_000_000));
    document.addPage(page);
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      content.beginText();
      content.setFont(PDType1Font.HELVETICA, 12);
      content.newLineAtOffset(1_000_000, 1_000_000);
      content.showText("12.00");
      content.endText();
    }
    assertRefused(saved(document), "page 1: its size is ");
  }

  @Test
  void damagedBytesEndInADisclosureOrARefusal() throws Exception {
    byte[] all = Files.readAllBytes(DOCUMENT);
    int rounds = Integer.getInteger("yusuan.fuzz.rounds", 20);
    for (int seed = 0; seed < rounds; seed++) {
      Random random = new Random(seed);
      byte[] damaged = all.clone();
      for (int i = 0; i < 1 << (seed % 10); i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      Path file = folder.resolve("damaged.pdf");
      Files.write(file, damaged);
      Run run = extract(file);
      assertTrue(run.exit == 0 || run.exit == 1, "seed " + seed);
      assertFalse(run.err.contains("Exception"), "seed " + seed + ": " + run.err);
      assertTrue(run.err.lines().count() <= 1, "seed " + seed + ": " + run.err);
    }
  }

  private void assertPictureRefused(String name, byte[] bytes, String reason) throws Exception {
    Path file = folder.resolve(name);
    Files.write(file, bytes);
    Run run = extract(file, "auto");
    assertEquals(1, run.exit, run.out);
    assertTrue(run.err.startsWith("yusuan: " + name), run.err);
    assertTrue(run.err.contains(reason), run.err);
    assertFalse(wroteSomething());
  }

  @Test
  void anEmptyPicture() throws Exception {
    assertPictureRefused("bad.png", new byte[0], "empty");
  }

  @Test
  void textThatIsCalledAPicture() throws Exception {
    assertPictureRefused("bad.jpg", "2020".getBytes(StandardCharsets.UTF_8), "known picture");
  }

  /** Ten bytes of header that announce 3.6 billion pixels. */
  @Test
  void aPictureBomb() throws Exception {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    ByteBuffer header = ByteBuffer.allocate(13);
    header.putInt(60_000).putInt(60_000).put(new byte[] {1, 0, 0, 0, 0});
    for (byte[] chunk : new byte[][] {header.array(), {}}) {
      byte[] type = (chunk.length == 0 ? "IEND" : "IHDR").getBytes(StandardCharsets.US_ASCII);
      CRC32 sum = new CRC32();
      sum.update(type);
      sum.update(chunk);
      png.write(ByteBuffer.allocate(4).putInt(chunk.length).array());
      png.write(type);
      png.write(chunk);
      png.write(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
    assertPictureRefused("bomb.png", png.toByteArray(), "60000 x 60000 pixels");
  }

  @Test
  void aPictureThatIsCutOff() throws Exception {
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(800, 600, BufferedImage.TYPE_BYTE_GRAY), "jpeg", jpeg);
    byte[] whole = jpeg.toByteArray();
    assertPictureRefused("cut.jpg", Arrays.copyOf(whole, whole.length * 2 / 3), "damaged");
  }

  @Test
  void aPdfThatIsCalledAPictureIsRead() throws Exception {
    Path file = folder.resolve("odd.png");
    Files.copy(DOCUMENT, file);
    Run run = extract(file);
    assertEquals(0, run.exit, run.err);
    assertTrue(run.out.contains("income_expenditure_summary"), run.out);
  }

  @Test
  void whatATerminalWouldCarryOutIsNotPrinted() throws Exception {
    Path bad = Files.writeString(folder.resolve("\u001b[2Jbad.pdf"), "no document");
    Run refused = extract(bad);
    assertTrue(refused.err.contains("\uFFFD[2Jbad.pdf: not a PDF file"), refused.err);
    Path good = folder.resolve("\u001b[2Jgood.pdf");
    Files.copy(DOCUMENT, good);
    Run run = extract(good);
    assertTrue(run.out.contains("\uFFFD[2Jgood.pdf"), run.out);
    assertFalse((run.out + run.err + refused.err).contains("\u001b"), run.out);
  }

  @Test
  void aFileInPlaceOfTheOutputFolderIsNamed() throws Exception {
    Files.copy(DOCUMENT, folder.resolve("good.pdf"));
    Path file = Files.createFile(folder.resolve("taken"));
    StringWriter err = new StringWriter();
    int exit =
        Main.commandLine()
            .setOut(new PrintWriter(new StringWriter()))
            .setErr(new PrintWriter(err, true))
            .execute("batch", folder.toString(), "-o", file.toString());
    assertEquals(1, exit);
    assertTrue(err.toString().contains("taken: it is no folder"), err.toString());
  }
}
