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
    if (isPlain(text)) {
      return text;
    }
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

  /**
   * Whether a text stays as it is for sure: letters and digits of ASCII and the common Chinese
   * characters alone. Most labels do, and composing them anew took a twentieth of the time of
   * extraction.
   */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean common = c >= '\u4e00' && c <= '\u9fa5';
      boolean ascii = c > ' ' && c < '\u007f' && c != '"' && c != '\'';
      if (!common && !ascii) {
        return false;
      }
    }
    return true;
  }
}
