package org.yusuan.text;

import java.text.Normalizer;

/** Brings header texts, labels and titles into the form in which they are compared. */
public final class TextNormalizer {

  private TextNormalizer() {}

  /**
   * The text without white space and quotation marks; full-width letters, digits and brackets in
   * their half-width forms.
   */
  public static String of(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC);
    StringBuilder plain = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && "\"'“”‘’「」『』".indexOf(c) < 0) {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
