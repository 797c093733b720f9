package org.yusuan.source.pdf.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.fontbox.afm.AFMParser;
import org.apache.fontbox.afm.FontMetrics;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.font.encoding.Encoding;
import org.jspecify.annotations.Nullable;

/**
 * Widths of the standard fonts that every PDF reader knows (Times, Helvetica, Courier), for fonts
 * that are neither embedded nor state their widths. PDFBox takes those from whatever font the
 * machine has in their place, so that the same file would be read differently from machine to
 * machine. One thread at a time may use it.
 */
public final class StandardWidths {

  /** The highest code of a font whose codes are single bytes. */
  private static final int LAST_CODE = 255;

  private final Map<String, Optional<FontMetrics>> loaded = new HashMap<>();

  /** Gives the font the standard widths if it needs them. Nothing may have measured it before. */
  public void complete(PDFont font) throws IOException {
    COSDictionary dictionary = font.getCOSObject();
    if (!(font instanceof PDSimpleFont simple)
        || font.isEmbedded()
        || font.isStandard14()
        || dictionary.containsKey(COSName.WIDTHS)) {
      return;
    }
    Encoding encoding = simple.getEncoding();
    FontMetrics metrics = metrics(standardName(String.valueOf(font.getName())));
    if (encoding == null || metrics == null) {
      return;
    }
    COSArray widths = new COSArray();
    for (int code = 0; code <= LAST_CODE; code++) {
      widths.add(new COSFloat(metrics.getCharacterWidth(encoding.getName(code))));
    }
    dictionary.setInt(COSName.FIRST_CHAR, 0);
    dictionary.setInt(COSName.LAST_CHAR, LAST_CODE);
    dictionary.setItem(COSName.WIDTHS, widths);
  }

  /** The standard font that a font's name means; empty if it means none of them. */
  public static String standardName(String name) {
    String plain = name.toLowerCase(Locale.ROOT);
    boolean bold = plain.contains("bold");
    boolean slanted = plain.contains("italic") || plain.contains("oblique");
    if (plain.contains("times")) {
      return bold && slanted
          ? "Times-BoldItalic"
          : bold ? "Times-Bold" : slanted ? "Times-Italic" : "Times-Roman";
    }
    String family =
        plain.contains("courier")
            ? "Courier"
            : plain.contains("arial") || plain.contains("helvetica") ? "Helvetica" : "";
    if (family.isEmpty()) {
      return "";
    }
    String style = (bold ? "Bold" : "") + (slanted ? "Oblique" : "");
    return style.isEmpty() ? family : family + "-" + style;
  }

  private @Nullable FontMetrics metrics(String name) throws IOException {
    Optional<FontMetrics> known = loaded.get(name);
    if (known == null) {
      known = Optional.ofNullable(load(name));
      loaded.put(name, known);
    }
    return known.orElse(null);
  }

  private static @Nullable FontMetrics load(String name) throws IOException {
    if (name.isEmpty()) {
      return null;
    }
    // PDFBox brings the figures that Adobe published.
    String resource = "/org/apache/pdfbox/resources/afm/" + name + ".afm";
    try (InputStream in = PDFont.class.getResourceAsStream(resource)) {
      return in == null ? null : new AFMParser(in).parse(true);
    }
  }
}
