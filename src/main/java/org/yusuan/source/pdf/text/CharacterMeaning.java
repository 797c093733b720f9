package org.yusuan.source.pdf.text;

import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.font.encoding.Encoding;
import org.jspecify.annotations.Nullable;

/** The Unicode characters that the glyphs of fonts mean. */
public final class CharacterMeaning {

  private CharacterMeaning() {}

  /** The characters that a glyph stands for; the replacement character if the font does not say. */
  public static String of(PDFont font, int code, @Nullable String unicode) {
    if (unicode != null && !unicode.isEmpty()) {
      return unicode;
    }
    if (font instanceof PDSimpleFont simple && code >= 32 && !namesItsOwn(simple, code)) {
      // Codes without a map are mostly Latin-1, as PDFBox's stripper assumes too.
      return String.valueOf((char) code);
    }
    return "\uFFFD";
  }

  /** Whether the font gives the character a name that means nothing outside of it. */
  private static boolean namesItsOwn(PDSimpleFont font, int code) {
    Encoding encoding = font.getEncoding();
    return encoding != null && !".notdef".equals(encoding.getName(code));
  }
}
