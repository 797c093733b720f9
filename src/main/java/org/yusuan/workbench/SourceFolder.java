package org.yusuan.workbench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.yusuan.io.FileEndings;
import org.yusuan.io.Sha256;
import org.yusuan.page.PageSource;
import org.yusuan.page.Password;
import org.yusuan.page.Word;
import org.yusuan.source.PageSources;

/** The documents themselves, found by name and made sure by hash. Threads may share it. */
final class SourceFolder {

  /** Resolution of page pictures: print of 5 pt can be read when it is enlarged twice. */
  private static final int DISPLAY_DPI = 144;

  /** At most this many page pictures are kept in memory. A guess. */
  private static final int MAX_KEPT_PICTURES = 12;

  /** Every seventh pixel, across and down, is held against its neighbour. */
  private static final int GRAIN_STEP = 7;

  /** A picture in which more than this part of the neighbours differ is scanned. A guess. */
  private static final double MAX_UNEQUAL = 0.3;

  private final Path folder;
  private final Password password;
  private final Map<String, Path> found = new HashMap<>();
  private final Map<String, byte[]> pictures = new LruCache<>(MAX_KEPT_PICTURES);

  SourceFolder(Path folder, Password password) {
    this.password = password;
    this.folder = folder;
  }

  /** One document's own file. */
  final class SourceDocument {
    private final String id;
    private final @Nullable Path file;

    private SourceDocument(String id, @Nullable Path file) {
      this.id = id;
      this.file = file;
    }

    /** The file; null if it is not there. */
    @Nullable Path file() {
      return file;
    }

    /**
     * The picture of a page, as PNG; as JPEG if it is scanned paper: pages of a 200 dpi scan take
     * 350 ms so, and 500 as PNG.
     *
     * @return null if the document is not there, or has no such page
     */
    byte @Nullable [] picture(int page) throws IOException {
      synchronized (pictures) {
        byte[] kept = pictures.get(id + "/" + page);
        if (kept != null || file == null) {
          return kept;
        }
        try (PageSource document = PageSources.open(file, password)) {
          if (page < 1 || page > document.pageCount()) {
            return null;
          }
          BufferedImage picture = document.display(page, DISPLAY_DPI);
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          ImageIO.write(picture, isGrained(picture) ? "jpg" : "png", bytes);
          pictures.put(id + "/" + page, bytes.toByteArray());
          return bytes.toByteArray();
        }
      }
    }

    /** The words of a page's text layer; none if the document is not there. */
    List<Word> words(int page) {
      if (file == null) {
        return List.of();
      }
      try (PageSource document = PageSources.open(file, password)) {
        return page > document.pageCount() ? List.of() : document.page(page).words();
      } catch (IOException e) {
        return List.of();
      }
    }
  }

  /**
   * Whether a picture has the grain of paper: neighbouring pixels of a drawn page are nearly always
   * equal.
   */
  private static boolean isGrained(BufferedImage picture) {
    int pairs = 0;
    int unequal = 0;
    for (int y = 0; y < picture.getHeight(); y += GRAIN_STEP) {
      for (int x = 1; x < picture.getWidth(); x += GRAIN_STEP) {
        pairs++;
        unequal += picture.getRGB(x, y) == picture.getRGB(x - 1, y) ? 0 : 1;
      }
    }
    return unequal > MAX_UNEQUAL * pairs;
  }

  /**
   * A document's own file.
   *
   * @param id its hash
   * @param name its name
   */
  synchronized SourceDocument source(String id, String name) throws IOException {
    Path known = found.get(id);
    if (known == null) {
      List<Path> named;
      try (Stream<Path> all = Files.walk(folder)) {
        named =
            all.filter(file -> String.valueOf(file.getFileName()).equals(name))
                .filter(FileEndings::isDocument)
                .filter(Files::isRegularFile)
                .sorted()
                .toList();
      }
      for (Path file : named) {
        if (Sha256.of(file).equals(id)) {
          known = file;
          found.put(id, file);
          break;
        }
      }
    }
    return new SourceDocument(id, known);
  }
}
