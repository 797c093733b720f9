package org.yusuan.source.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yusuan.model.UnreadableFileException;
import org.yusuan.page.Picture;

class ImageFileTest {
  @TempDir Path folder;

  @Test
  void aJpegWhoseHeadIsWrittenTwiceIsRead() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(120, 80, BufferedImage.TYPE_INT_RGB), "jpg", out);
    byte[] jpeg = out.toByteArray();
    // The mark of a JPEG, then APP0 with its length.
    int end = 4 + (jpeg[4] & 255) * 256 + (jpeg[5] & 255);
    ByteArrayOutputStream twice = new ByteArrayOutputStream();
    twice.writeBytes(Arrays.copyOfRange(jpeg, 0, end));
    twice.writeBytes(Arrays.copyOfRange(jpeg, 2, jpeg.length));
    Path file = Files.write(folder.resolve("twice.jpg"), twice.toByteArray());
    try (ImageFile image = ImageFile.open(file)) {
      Picture picture = image.picture(1);
      assertEquals(120, picture.image().getWidth());
      assertEquals(80, picture.image().getHeight());
    }
  }

  @Test
  void aTiffWhosePagesFollowEachOtherInACircleIsRefused() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(120, 80, BufferedImage.TYPE_BYTE_GRAY), "tif", out);
    Path file = Files.write(folder.resolve("page.tif"), out.toByteArray());
    try (ImageFile image = ImageFile.open(file)) {
      assertEquals(1, image.pageCount());
      assertEquals(80, image.picture(1).image().getHeight());
    }
    ByteBuffer bytes = ByteBuffer.wrap(out.toByteArray());
    bytes.order(bytes.get(0) == 'M' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int first = bytes.getInt(4);
    bytes.putInt(first + 2 + 12 * bytes.getShort(first), first);
    Files.write(file, bytes.array());
    UnreadableFileException refused =
        assertThrows(UnreadableFileException.class, () -> ImageFile.open(file));
    assertTrue(String.valueOf(refused.getMessage()).contains("circle"), refused.toString());
  }
}
