package org.yusuan.source;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Origin;
import org.yusuan.page.Glyph;
import org.yusuan.page.Page;
import org.yusuan.page.Word;

/** Tells whether a page's text layer can be used, or its picture must be read. */
public final class TextLayerTriage {
  /**
   * A page with a larger share of characters that mean nothing cannot be trusted as text. Good
   * pages have none, or a few bullets; the bound is a guess.
   */
  private static final double MAX_UNMAPPED_SHARE = 0.05;

  /**
   * A picture that covers this part of the page is the page: scanners leave no border at all. A
   * guess.
   */
  private static final double MIN_WHOLE_PAGE_SHARE = 0.8;

  /** A picture that covers this part of the page may hold a table; a guess. */
  private static final double MIN_LARGE_PICTURE_SHARE = 0.25;

  /** Fewer characters than this beside a large picture are a heading or a page number; a guess. */
  private static final int MAX_CAPTION_CHARACTERS = 60;

  private TextLayerTriage() {}

  /**
   * Why the picture of a page must be read. A page that is blank but for lines need not be.
   *
   * @param page the page as its text layer has it
   * @return the reason, as part of a sentence; null if the text layer is good
   */
  public static @Nullable String reason(Page page) {
    if (page.origin() == Origin.OCR) {
      return "its file has no text layer";
    }
    if (page.width() <= 0 || page.height() <= 0) {
      return null;
    }
    int characters = 0;
    int unmapped = 0;
    for (Word word : page.words()) {
      for (Glyph glyph : word.glyphs()) {
        characters++;
        unmapped += meansNothing(glyph.text()) ? 1 : 0;
      }
    }
    if (characters == 0) {
      return page.images().isEmpty() ? null : "it has no text layer";
    }
    if (unmapped > MAX_UNMAPPED_SHARE * characters) {
      return String.format(
          Locale.ROOT, "%d of %d characters have no Unicode meaning", unmapped, characters);
    }
    double covered = 0;
    for (Box image : page.images()) {
      covered += image.width() * image.height();
    }
    covered /= page.width() * page.height();
    if (covered >= MIN_WHOLE_PAGE_SHARE && page.rulings().isEmpty()) {
      return "its text lies on a picture of the whole page, as earlier recognition puts it";
    }
    return covered >= MIN_LARGE_PICTURE_SHARE && characters < MAX_CAPTION_CHARACTERS
        ? "most of it is a picture"
        : null;
  }

  private static boolean meansNothing(String text) {
    int c = text.codePointAt(0);
    return c == 0xFFFD || c < 0x20 || Character.getType(c) == Character.PRIVATE_USE;
  }
}
