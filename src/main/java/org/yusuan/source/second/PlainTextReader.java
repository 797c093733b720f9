package org.yusuan.source.second;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yusuan.model.Claim;
import org.yusuan.page.Password;

/**
 * Looks for the figures of sentences in the plain text of their pages, as PDFBox's own stripper
 * gives it, which puts words together by other rules than this program.
 */
final class PlainTextReader {

  private static final Logger LOG = LoggerFactory.getLogger(PlainTextReader.class);

  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

  private PlainTextReader() {}

  /**
   * The claims whose figure does not stand, with its unit, in the plain text of their page; empty
   * if the file cannot be read.
   */
  static Set<Claim> missing(Path file, Password password, List<Claim> claims) {
    Map<Integer, String> pages = new TreeMap<>();
    Set<Claim> missing = new HashSet<>();
    try (PDDocument document = PDDocument.load(file.toFile(), password.text())) {
      for (Claim claim : claims) {
        String text = pages.get(claim.page());
        if (text == null) {
          PDFTextStripper stripper = new PDFTextStripper();
          stripper.setStartPage(claim.page());
          stripper.setEndPage(claim.page());
          text = plain(stripper.getText(document));
          pages.put(claim.page(), text);
        }
        if (!states(text, claim.printed(), claim.unit())) {
          missing.add(claim);
        }
      }
    } catch (IOException | RuntimeException | LinkageError | StackOverflowError e) {
      // A file that it cannot read neither confirms nor refutes an accusation.
      LOG.debug("{}: its text not read a second time", file, e);
      return Set.of();
    }
    return missing;
  }

  /**
   * Whether a text has a figure with its unit behind it, and not as a part of a longer one.
   *
   * @param text in plain form
   */
  static boolean states(String text, String printed, String unit) {
    return Pattern.compile("(?<![\\d.,])" + Pattern.quote(plain(printed) + plain(unit)) + "(?!\\d)")
        .matcher(text)
        .find();
  }

  /** A text without white space, and in one width. */
  static String plain(String text) {
    return SPACE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
  }
}
