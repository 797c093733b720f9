package org.yusuan.source.pdf.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.jspecify.annotations.Nullable;
import org.yusuan.source.pdf.stream.PageBudget;
import org.yusuan.source.pdf.stream.StreamDecoder;

/**
 * Looks at fonts before PDFBox loads them: whether they would fit into memory, and whether their
 * streams are whole. Each font is looked at once a document. One thread at a time may use it.
 */
public final class FontCheck {

  /** The largest code of a character in a composite font (PDF 1.7, Annex C). */
  private static final int LAST_CID = 65_535;

  private static final List<COSName> STREAMS =
      List.of(COSName.TO_UNICODE, COSName.ENCODING, COSName.getPDFName("CIDToGIDMap"));

  private static final List<COSName> PROGRAMS =
      List.of(COSName.FONT_FILE, COSName.FONT_FILE2, COSName.FONT_FILE3);

  /** Bytes of a map of characters: that of all Chinese characters has 1 MB. */
  private static final int MAP_BYTES = 8 << 20;

  /** A code has four bytes at most (PDF 1.7, 9.7.6.2). */
  private static final int MAX_CODE_DIGITS = 8;

  private static final String RANGES = "beginbfrange";

  /** The first and the last code of a range, and the character of the first. */
  private static final Pattern RANGE =
      Pattern.compile("<([0-9A-Fa-f\\s]{1,64})>\\s*<([0-9A-Fa-f\\s]{1,64})>\\s*[<\\[]");

  private final Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final IdentityHashMap<COSDictionary, String> faulty = new IdentityHashMap<>();

  /** Fonts that must not be loaded, by any page. */
  private final IdentityHashMap<COSDictionary, PageBudget.ExceededException> refused =
      new IdentityHashMap<>();

  /**
   * Looks at a font of a page.
   *
   * @return what is wrong with it, as part of a sentence; null if nothing is
   * @throws PageBudget.ExceededException if it must not be loaded
   */
  public @Nullable String check(@Nullable PDResources resources, COSName name) throws IOException {
    if (resources == null
        || !(resources.getCOSObject().getDictionaryObject(COSName.FONT)
            instanceof COSDictionary fonts)
        || !(fonts.getDictionaryObject(name) instanceof COSDictionary font)) {
      return "a font of it is missing";
    }
    if (seen.add(font)) {
      try {
        String fault = look(font);
        if (fault != null) {
          faulty.put(font, fault);
        }
      } catch (PageBudget.ExceededException e) {
        refused.put(font, e);
      }
    }
    PageBudget.ExceededException refusal = refused.get(font);
    if (refusal != null) {
      throw refusal;
    }
    return faulty.get(font);
  }

  private static @Nullable String look(COSDictionary font) throws IOException {
    String fault = streams(font, STREAMS);
    if (font.getDictionaryObject(COSName.DESCENDANT_FONTS) instanceof COSArray descendants
        && descendants.size() > 0
        && descendants.getObject(0) instanceof COSDictionary descendant) {
      requireRanges(descendant.getDictionaryObject(COSName.W), 1);
      requireRanges(descendant.getDictionaryObject(COSName.W2), 3);
      fault = fault == null ? streams(descendant, STREAMS) : fault;
      fault = fault == null ? program(descendant) : fault;
    }
    return fault == null ? program(font) : fault;
  }

  private static @Nullable String program(COSDictionary font) throws IOException {
    return font.getDictionaryObject(COSName.FONT_DESC) instanceof COSDictionary descriptor
        ? streams(descriptor, PROGRAMS)
        : null;
  }

  private static @Nullable String streams(COSDictionary dictionary, List<COSName> names)
      throws IOException {
    String fault = null;
    for (COSName name : names) {
      if (dictionary.getDictionaryObject(name) instanceof COSStream stream) {
        StreamDecoder.Result result = StreamDecoder.check(stream, PageBudget.FONT_BYTES);
        if (!PROGRAMS.contains(name)) {
          requireMap(stream);
        }
        if (result.fault() != null) {
          fault = "a font of it " + result.fault();
          if (name.equals(COSName.TO_UNICODE)) {
            // What is left of it may be anything: ranges without an end among it.
            dictionary.removeItem(name);
          }
        }
      }
    }
    return fault;
  }

  /** Maps are given for ranges of codes too. */
  private static void requireMap(COSStream stream) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StreamDecoder.decode(stream, out, MAP_BYTES);
    String text = out.toString(StandardCharsets.ISO_8859_1);
    int end = 0;
    for (int at = text.indexOf(RANGES); at >= 0; at = text.indexOf(RANGES, end)) {
      end = text.indexOf("endbfrange", at);
      end = end < 0 ? text.length() : end;
      Matcher range = RANGE.matcher(text).region(at, end);
      while (range.find()) {
        if (code(range.group(2)) - code(range.group(1)) > LAST_CID) {
          throw new PageBudget.ExceededException(
              "has a font with a map of more characters than there can be");
        }
      }
    }
  }

  private static long code(String hex) {
    String digits = hex.replaceAll("\\s", "");
    if (digits.length() > MAX_CODE_DIGITS) {
      throw new PageBudget.ExceededException("has a font with a map of codes that are too long");
    }
    return digits.isEmpty() ? 0 : Long.parseLong(digits, 16);
  }

  /** Widths are given for ranges of codes; PDFBox makes an entry for each code of a range. */
  private static void requireRanges(@Nullable COSBase widths, int values) {
    if (!(widths instanceof COSArray array)) {
      return;
    }
    for (int i = 0; i + 1 < array.size(); ) {
      COSBase next = array.getObject(i + 1);
      if (next instanceof COSArray) {
        i += 2;
      } else if (array.getObject(i) instanceof COSNumber from && next instanceof COSNumber to) {
        if (from.longValue() < 0 || to.longValue() > LAST_CID) {
          throw new PageBudget.ExceededException(
              "has a font with widths for more characters than there can be");
        }
        i += 2 + values;
      } else {
        return;
      }
    }
  }
}
