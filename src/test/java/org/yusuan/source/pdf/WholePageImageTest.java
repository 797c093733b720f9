package org.yusuan.source.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WholePageImageTest {

  /** What is drawn on a page of 200 × 100 points. */
  private interface Drawing {
    void draw(PDPageContentStream content, PDImageXObject image) throws IOException;
  }

  private static @Nullable BufferedImage of(int rotation, Drawing drawing) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(new PDRectangle(200, 100));
      page.setRotation(rotation);
      document.addPage(page);
      BufferedImage pixels = new BufferedImage(400, 200, BufferedImage.TYPE_BYTE_GRAY);
      pixels.setRGB(3, 5, 0xffffff);
      PDImageXObject image = LosslessFactory.createFromImage(document, pixels);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        drawing.draw(content, image);
      }
      return WholePageImage.of(page);
    }
  }

  @Test
  void anImageThatIsThePageGivesItsOwnPixels() throws IOException {
    BufferedImage image = of(0, (content, whole) -> content.drawImage(whole, 0, 0, 200, 100));
    assertNotNull(image);
    assertEquals(400, image.getWidth());
    assertEquals(0xffffffff, image.getRGB(3, 5));
    assertEquals(0xff000000, image.getRGB(5, 3));
  }

  @Test
  void anImageThatCoversAPartOnlyIsNotThePage() throws IOException {
    assertNull(of(0, (content, image) -> content.drawImage(image, 0, 0, 200, 90)));
    assertNull(of(0, (content, image) -> content.drawImage(image, 5, 0, 200, 100)));
  }

  @Test
  void anImageUpsideDownIsDrawn() throws IOException {
    assertNull(
        of(
            0,
            (content, image) -> content.drawImage(image, new Matrix(-200, 0, 0, -100, 200, 100))));
    assertNull(of(180, (content, image) -> content.drawImage(image, 0, 0, 200, 100)));
  }

  @Test
  void anImageWithSomethingOverItIsDrawn() throws IOException {
    assertNull(
        of(
            0,
            (content, image) -> {
              content.drawImage(image, 0, 0, 200, 100);
              content.addRect(10, 10, 20, 20);
              content.fill();
            }));
    assertNull(
        of(
            0,
            (content, image) -> {
              content.drawImage(image, 0, 0, 200, 100);
              content.drawImage(image, 0, 0, 200, 100);
            }));
  }
}
