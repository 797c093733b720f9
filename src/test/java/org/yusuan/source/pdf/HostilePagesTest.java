package org.yusuan.source.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yusuan.page.Page;
import org.yusuan.page.Word;

/** Pages that lie, are damaged, or would cost too much: told of the page, in bounded time. */
class HostilePagesTest {

  private static final String FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>";

  @TempDir private Path folder;

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] deflated(byte[] data) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream zip = new DeflaterOutputStream(out)) {
      zip.write(data);
    }
    return out.toByteArray();
  }

  private static byte[] stream(String dictionary, byte[] data) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(ascii("<<" + dictionary + "/Length " + data.length + ">>\nstream\n"));
    out.write(data);
    out.write(ascii("\nendstream"));
    return out.toByteArray();
  }

  private static byte[] flate(String content) throws IOException {
    return stream("/Filter/FlateDecode", deflated(ascii(content)));
  }

  /** A file of one page: object 3 is the page, 4 its content, 5 its font F1, 6 its form X. */
  private Path file(String pages, String size, byte[] content, byte[] font, byte[] form)
      throws IOException {
    List<byte[]> objects = new ArrayList<>();
    objects.add(ascii("<</Type/Catalog/Pages 2 0 R>>"));
    objects.add(ascii("<</Type/Pages" + pages + ">>"));
    objects.add(
        ascii(
            "<</Type/Page/Parent 2 0 R/MediaBox["
                + size
                + "]/Resources<</Font<</F1 5 0 R>>/XObject<</X 6 0 R>>>>/Contents 4 0 R>>"));
    objects.add(content);
    objects.add(font);
    objects.add(form);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(ascii("%PDF-1.7\n"));
    StringBuilder table = new StringBuilder("xref\n0 7\n0000000000 65535 f \n");
    for (int i = 0; i < objects.size(); i++) {
      table.append(String.format("%010d 00000 n %n", out.size()));
      out.write(ascii((i + 1) + " 0 obj\n"));
      out.write(objects.get(i));
      out.write(ascii("\nendobj\n"));
    }
    int at = out.size();
    out.write(ascii(table + "trailer\n<</Size 7/Root 1 0 R>>\nstartxref\n" + at + "\n%%EOF\n"));
    Path file = folder.resolve("hostile.pdf");
    Files.write(file, out.toByteArray());
    return file;
  }

  private Path file(byte[] content, byte[] font, byte[] form) throws IOException {
    return file("/Kids[3 0 R]/Count 1", "0 0 400 300", content, font, form);
  }

  private static byte[] emptyForm() throws IOException {
    return stream("/Type/XObject/Subtype/Form/BBox[0 0 400 300]", new byte[0]);
  }

  private static Page read(Path file) throws IOException {
    return assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          try (PdfFile pdf = PdfFile.open(file)) {
            return pdf.page(1);
          }
        });
  }

  private static List<String> texts(Page page) {
    return page.words().stream().map(Word::text).toList();
  }

  private static void assertTold(Page page, String reason) {
    assertTrue(
        page.problems().stream().anyMatch(problem -> problem.contains(reason)),
        page.problems().toString());
  }

  private static String shown(String text) {
    return "BT /F1 10 Tf 50 200 Td (" + text + ") Tj ET\n";
  }

  @Test
  void pagesAreCountedWhateverTheFileSays() throws IOException {
    for (String count : List.of("2000000000", "0", "-5")) {
      Path file =
          file(
              "/Kids[3 0 R 3 0 R]/Count " + count,
              "0 0 400 300",
              flate(shown("12.50")),
              ascii(FONT),
              emptyForm());
      try (PdfFile pdf = PdfFile.open(file)) {
        assertEquals(2, pdf.pageCount());
        assertEquals(List.of("12.50"), texts(pdf.page(2)));
      }
    }
  }

  @Test
  void aPageWithoutASizeIsReadAndSaidSo() throws IOException {
    for (String size : List.of("0 0 0 0", "0 0 1e38 1e38", "0 0 1 1e9")) {
      Page page =
          read(file("/Kids[3 0 R]/Count 1", size, flate(shown("12.50")), ascii(FONT), emptyForm()));
      assertEquals(List.of("12.50"), texts(page));
      assertTold(page, "its size is");
    }
  }

  @Test
  void aFlippedBitOfTheContentIsTold() throws IOException {
    byte[] data = deflated(ascii(shown("12.50").repeat(40)));
    int silent = 0;
    for (int bit = 0; bit < 8 * data.length; bit += 7) {
      byte[] flipped = data.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      Page page = read(file(stream("/Filter/FlateDecode", flipped), ascii(FONT), emptyForm()));
      silent += page.problems().isEmpty() ? 1 : 0;
    }
    // Two bytes before the data say how it was made; some of their bits say nothing.
    assertTrue(silent <= 1, silent + " flipped bits were not noticed");
  }

  @Test
  void anUnknownOperatorIsTold() throws IOException {
    Page page = read(file(flate(shown("12.50") + "1 0 0 Xq\n"), ascii(FONT), emptyForm()));
    assertEquals(List.of("12.50"), texts(page));
    assertTold(page, "operators that do not exist");
  }

  @Test
  void contentThatWouldFillTheMemoryIsNotDecoded() throws IOException {
    byte[] bomb = deflated(new byte[200 << 20]);
    Page page = read(file(stream("/Filter/FlateDecode", bomb), ascii(FONT), emptyForm()));
    assertTold(page, "would be more than");
  }

  @Test
  void formsThatShowThemselvesEnd() throws IOException {
    byte[] form =
        stream(
            "/Type/XObject/Subtype/Form/BBox[0 0 400 300]/Resources<</XObject<</X 6 0 R>>>>",
            ascii("/X Do /X Do /X Do"));
    Page page = read(file(flate(shown("12.50") + "/X Do\n"), ascii(FONT), form));
    assertEquals(List.of("12.50"), texts(page));
    assertTold(page, "forms");
  }

  @Test
  void aFontWithWidthsForMoreCharactersThanThereAreIsNotLoaded() throws IOException {
    byte[] font =
        ascii(
            "<</Type/Font/Subtype/Type0/BaseFont/Foo/Encoding/Identity-H/DescendantFonts[<</Type/Font"
                + "/Subtype/CIDFontType2/BaseFont/Foo/CIDSystemInfo<</Registry(Adobe)"
                + "/Ordering(Identity)/Supplement 0>>/W[0 2000000000 500]>>]>>");
    assertTold(read(file(flate(shown("12.50")), font, emptyForm())), "widths");
  }

  @Test
  void textWithoutAMeaningInAFontThatIsNotThereIsNoPictureEither() throws IOException {
    byte[] font =
        ascii(
            "<</Type/Font/Subtype/Type0/BaseFont/Foo/Encoding/Identity-H/DescendantFonts[<</Type/Font"
                + "/Subtype/CIDFontType2/BaseFont/Foo/CIDSystemInfo<</Registry(Adobe)"
                + "/Ordering(Identity)/Supplement 0>>/DW 500>>]>>");
    Path file = file(flate(shown("abcdefgh")), font, emptyForm());
    try (PdfFile pdf = PdfFile.open(file)) {
      assertTold(pdf.page(1), "no Unicode meaning");
      IOException refused = assertThrows(IOException.class, () -> pdf.picture(1));
      assertTrue(String.valueOf(refused.getMessage()).contains("fonts"), refused.toString());
    }
  }

  @Test
  void aFontWithAMapOfCodesThatAreTooLongIsNotLoaded() throws IOException {
    byte[] map = ascii("1 beginbfrange\n<22e50322e5036cb3>\n<4e00><ffff><4e00>\nendbfrange\n");
    byte[] font = ascii(FONT.replace(">>", "/ToUnicode 6 0 R>>"));
    Path file = file(flate(shown("12.50")), font, stream("", map));
    try (PdfFile pdf = PdfFile.open(file)) {
      assertTold(pdf.page(1), "too long");
      assertTold(pdf.page(1), "too long"); // also where another page shows it
    }
  }

  @Test
  void aDamagedFontIsToldWithoutTheNamesOfProgrammers() throws IOException {
    byte[] map = ascii("1 begincodespacerange\n<00> endcodespacerange\n");
    byte[] font = ascii(FONT.replace(">>", "/ToUnicode 6 0 R>>"));
    Page page = read(file(flate(shown("12.50")), font, stream("", map)));
    assertTold(page, "objects are damaged");
  }

  @Test
  void aPageOfMoreLinesThanCanBeSortedIsCutOff() throws IOException {
    Page page =
        read(
            file(
                flate(shown("12.50") + "0 0 m 300 0 l S\n".repeat(50_000)),
                ascii(FONT),
                emptyForm()));
    assertEquals(List.of("12.50"), texts(page));
    assertTold(page, "lines");
  }

  @Test
  void contentThatIsEmptyIsWhole() throws IOException {
    assertEquals(List.of(), read(file(flate(""), ascii(FONT), emptyForm())).problems());
  }

  @Test
  void aWholePageHasNoProblem() throws IOException {
    Path file = file(flate(shown("12.50")), ascii(FONT), emptyForm());
    try (PdfFile pdf = PdfFile.open(file)) {
      assertEquals(List.of(), pdf.page(1).problems());
      assertFalse(pdf.isDamaged(1));
    }
  }

  @Test
  void aPartOfTheContentThatTheFileLacksIsTold() throws IOException {
    Path file = file(flate(shown("12.50")), ascii(FONT), emptyForm());
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    // The table of objects is rebuilt, since the places of those behind have changed.
    Files.writeString(
        file,
        text.replace("/Contents 4 0 R", "/Contents[4 0 R 9 0 R]"),
        StandardCharsets.ISO_8859_1);
    Page page = read(file);
    assertEquals(List.of("12.50"), texts(page));
    assertTold(page, "a part of its content is missing");
  }
}
