package org.yusuan.source.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yusuan.page.Page;

/** One wrong bit of a content stream whose checksum holds, and of what it names, is told. */
class DamagedContentTest {

  private static final String CONTENT =
      "q 1 0 0 1 0 0 cm Q /OC /L BDC EMC\n"
          + "BT 1 0 0 1 50 200 Tm /F 10 Tf (1,234.50) Tj ET\n"
          + "BT 1 0 0 1 50 100 Tm /F 10 Tf <31322e3530> Tj ET\n";

  @TempDir private Path folder;

  /** Changes an open document. */
  private interface Change {
    void apply(PDDocument document, PDPage page) throws IOException;
  }

  private Page read(String content, Change change) throws IOException {
    Path file = folder.resolve("damaged.pdf");
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      PDResources resources = new PDResources();
      resources.put(COSName.getPDFName("F"), PDType1Font.HELVETICA);
      COSDictionary layer = new COSDictionary();
      layer.setItem(COSName.TYPE, COSName.getPDFName("OCG"));
      layer.setString(COSName.NAME, "layer");
      COSDictionary layers = new COSDictionary();
      layers.setItem(COSName.getPDFName("L"), layer);
      resources.getCOSObject().setItem(COSName.PROPERTIES, layers);
      page.setResources(resources);
      COSArray groups = new COSArray();
      groups.add(layer);
      COSDictionary properties = new COSDictionary();
      properties.setItem(COSName.getPDFName("OCGs"), groups);
      properties.setItem(COSName.D, new COSDictionary());
      document
          .getDocumentCatalog()
          .getCOSObject()
          .setItem(COSName.getPDFName("OCProperties"), properties);
      COSStream stream = document.getDocument().createCOSStream();
      try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
        out.write(content.getBytes(StandardCharsets.ISO_8859_1));
      }
      page.getCOSObject().setItem(COSName.CONTENTS, stream);
      change.apply(document, page);
      document.save(file.toFile());
    }
    try (PdfFile pdf = PdfFile.open(file)) {
      Page page = pdf.page(pdf.pageCount());
      assertEquals(!page.problems().isEmpty(), pdf.isDamaged(pdf.pageCount()));
      return page;
    }
  }

  private static void assertTold(Page page, String reason) {
    assertTrue(
        page.problems().stream().anyMatch(problem -> problem.contains(reason)),
        page.problems().toString());
  }

  @Test
  void wholeContentHasNoProblem() throws IOException {
    Page page = read(CONTENT, (document, one) -> {});
    assertEquals(List.of(), page.problems());
    assertEquals(2, page.words().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 Tm | 200(Tm | does not end",
        "200 Tm | %00 Tm | operands",
        "1 0 0 1 50 200 Tm | 1 ?0 0 1 50 200 Tm | operators that do not exist",
        "1 0 0 1 50 200 Tm | 1 1 0 1 50 200 Tm | out of shape",
        "1 0 0 1 50 200 Tm | 9 0 0 1 50 200 Tm | out of shape",
        "(1,234 | h1,234 | operators that do not exist",
        "30> | 30~ | damaged string",
        "(1,234.50) | (1\\,234.50) | damaged string",
        "(1,234.50) | (\\061,\\62.50) | damaged string",
        "10 Tf (1 | 1. Tf (1 | too small",
        "/F 10 Tf (1 | /D 10 Tf (1 | a font of it is missing",
        "(1,234.50) Tj | (1,234.50) TJ | operands",
        "(1,234.50) Tj ET | (1,234.50) Tj EM | operators that do not exist",
        "50 200 Tm | 50100 Tm | operands",
        "50 200 Tm | 50 100 Tm | printed over each other",
        "BT 1 0 0 1 50 200 Tm | 1 g BT 1 0 0 1 50 200 Tm | in the colour",
        "/OC /L | /OC /N | a layer that is missing",
      })
  void aWrongBitIsTold(String whole, String damaged, String reason) throws IOException {
    assertTold(read(CONTENT.replace(whole, damaged), (document, one) -> {}), reason);
  }

  @Test
  void aByteThatIsNoneEndsNothingSilently() throws IOException {
    assertTold(read(CONTENT.replace("50 200", "50 \u0010"), (document, one) -> {}), "none");
  }

  @Test
  void contentThatIsMissingIsTold() throws IOException {
    Change otherObject =
        (document, page) ->
            page.getCOSObject().setItem(COSName.CONTENTS, document.getDocumentCatalog());
    assertTold(read(CONTENT, otherObject), "its content is missing");
    Change otherKey = (document, page) -> page.getCOSObject().removeItem(COSName.CONTENTS);
    assertTold(read(CONTENT, otherKey), "no content");
  }

  @Test
  void aPageWithAnEntryThatNoPageHasIsTold() throws IOException {
    Change otherKeys =
        (document, page) -> {
          page.getCOSObject().removeItem(COSName.CONTENTS);
          page.getCOSObject().removeItem(COSName.RESOURCES);
          page.getCOSObject().setItem(COSName.getPDFName("Contentr"), COSInteger.ONE);
        };
    assertTold(read(CONTENT, otherKeys), "an entry that no page has");
  }

  @Test
  void aPageWhoseTextLiesOutsideIsTold() throws IOException {
    Change low =
        (document, page) -> {
          COSArray size = new COSArray();
          for (int side : new int[] {0, 0, 612, 79}) {
            size.add(COSInteger.get(side));
          }
          page.getCOSObject().setItem(COSName.MEDIA_BOX, size);
        };
    assertTold(read(CONTENT, low), "outside");
  }

  @Test
  void pagesThatTheFileSaysItHasAreTold() throws IOException {
    Change more = (document, page) -> document.getPages().getCOSObject().setInt(COSName.COUNT, 3);
    assertTold(read(CONTENT, more), "has 3 pages, of which 1 were found");
  }

  @Test
  void aPageThatIsMissingIsTold() throws IOException {
    Change missing =
        (document, page) -> {
          COSArray kids =
              (COSArray) document.getPages().getCOSObject().getDictionaryObject(COSName.KIDS);
          kids.add(COSInteger.ONE);
          document.getPages().getCOSObject().setInt(COSName.COUNT, 2);
        };
    assertTold(read(CONTENT, missing), "missing in the file");
  }

  @Test
  void aFieldThatIsMissingIsTold() throws IOException {
    Change number =
        (document, page) -> {
          COSArray fields = new COSArray();
          fields.add(COSInteger.ONE);
          page.getCOSObject().setItem(COSName.ANNOTS, fields);
        };
    assertTold(read(CONTENT, number), "a field or a note");
  }
}
