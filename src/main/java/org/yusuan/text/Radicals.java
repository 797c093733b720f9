package org.yusuan.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Characters in place of radicals. Some programs that print to PDF name a glyph by the radical that
 * shares its shape: 「⽀出」 is printed 支出 but says U+2F40. The page shows the same; a search or a
 * comparison would fail.
 *
 * <p>The Kangxi radicals (U+2F00–2FD5) have compatibility mappings in Unicode. The supplement
 * (U+2E80–2EFF) has none; those here follow the property Equivalent_Unified_Ideograph for the
 * radicals that are whole characters of modern Chinese.
 */
public final class Radicals {

  private static final String SUPPLEMENT =
      "⺁厂⺈刀⺌小⺎兀⺒巳⺗心⺜日⺝月⺞歹⺟母⺠民⺧牛⺩王⺫目⺮竹⺶羊⺹耂⺼肉⻁虎⻃覀⻄西⻅见⻆角⻉贝⻊足⻋车⻑长⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼"
          + "⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻯竜⻰龙⻳龟";

  private static final Map<Integer, String> CHARACTERS = characters();

  private Radicals() {}

  private static Map<Integer, String> characters() {
    Map<Integer, String> characters = new HashMap<>();
    int[] pairs = SUPPLEMENT.codePoints().toArray();
    for (int i = 0; i < pairs.length; i += 2) {
      characters.put(pairs[i], Character.toString(pairs[i + 1]));
    }
    return Map.copyOf(characters);
  }

  /** The text with characters in place of radicals; the same text if it has none. */
  public static String unified(String text) {
    return hasRadical(text) ? replaced(text) : text;
  }

  private static boolean hasRadical(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x2E80 && c <= 0x2FDF) {
        return true;
      }
    }
    return false;
  }

  private static String replaced(String text) {
    StringBuilder unified = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              String one = Character.toString(c);
              unified.append(
                  c >= 0x2F00 && c <= 0x2FDF
                      ? Normalizer.normalize(one, Normalizer.Form.NFKC)
                      : CHARACTERS.getOrDefault(c, one));
            });
    return unified.toString();
  }
}
