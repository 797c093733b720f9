package org.yusuan.claim.statement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yusuan.knowledge.claim.AmountWords.AspectWord;

/**
 * Finds words in texts; of those that fit at one place the first of their list counts. At each
 * place only words are tried that may begin with the character there: trying all of them took half
 * the time of the claims.
 */
final class WordFinder {

  private static final Pattern LOOKING_BACK = Pattern.compile("\\(\\?<[=!]");
  private static final Pattern AT_START = Pattern.compile("(?<!\\[)\\^");

  private final List<AspectWord> words;

  /** The words without what must stand before them; null where that may matter in another way. */
  private final List<@Nullable Pattern> bare = new ArrayList<>();

  private final Map<Character, Beginning> beginnings = new HashMap<>();

  /** Most characters begin the same few words. */
  private final Map<List<AspectWord>, Beginning> alike = new HashMap<>();

  WordFinder(List<AspectWord> words) {
    this.words = words;
    for (AspectWord word : words) {
      String pattern = withoutLookingBack(word.match().pattern());
      bare.add(AT_START.matcher(pattern).find() ? null : Pattern.compile(pattern));
    }
  }

  /** The words that may begin with a character, and all of them as one pattern; null for none. */
  private record Beginning(List<AspectWord> words, @Nullable Pattern any) {}

  /**
   * A place in a text where a word stands.
   *
   * @param word the first word of the list that ends there; null if none does
   */
  record Place(int start, int end, @Nullable AspectWord word) {}

  /** The first place at or behind one where a word stands; null if there is none. */
  @Nullable Place find(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      Beginning beginning = beginnings.computeIfAbsent(text.charAt(i), this::beginning);
      if (beginning.any != null) {
        Matcher matcher = at(beginning.any, text, i);
        if (matcher.lookingAt()) {
          return new Place(i, matcher.end(), word(beginning, text, i, matcher.end()));
        }
      }
    }
    return null;
  }

  private static @Nullable AspectWord word(Beginning beginning, String text, int start, int end) {
    for (AspectWord word : beginning.words) {
      Matcher matcher = at(word.match(), text, start);
      if (matcher.lookingAt() && matcher.end() == end) {
        return word;
      }
    }
    return null;
  }

  private static Matcher at(Pattern pattern, String text, int start) {
    Matcher matcher = pattern.matcher(text).region(start, text.length());
    return matcher.useTransparentBounds(true).useAnchoringBounds(false);
  }

  private Beginning beginning(char first) {
    List<AspectWord> own = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Pattern pattern = bare.get(i);
      Matcher matcher = pattern == null ? null : pattern.matcher(String.valueOf(first));
      // Where no more of the text was asked for, the character itself does not fit.
      if (matcher == null || matcher.lookingAt() || matcher.hitEnd()) {
        own.add(words.get(i));
      }
    }
    return alike.computeIfAbsent(own, WordFinder::any);
  }

  private static Beginning any(List<AspectWord> words) {
    String any =
        words.stream()
            .map(word -> "(?:" + word.match().pattern() + ")")
            .collect(Collectors.joining("|"));
    return new Beginning(words, words.isEmpty() ? null : Pattern.compile(any));
  }

  /** A pattern that matches wherever another does, without its conditions on what stands before. */
  private static String withoutLookingBack(String pattern) {
    String rest = pattern;
    Matcher back = LOOKING_BACK.matcher(rest);
    while (back.find()) {
      rest = rest.substring(0, back.start()) + rest.substring(endOfGroup(rest, back.start()));
      back = LOOKING_BACK.matcher(rest);
    }
    return rest;
  }

  private static int endOfGroup(String pattern, int start) {
    int groups = 0;
    int classes = 0;
    for (int i = start; i < pattern.length(); i++) {
      switch (pattern.charAt(i)) {
        case '\\' -> i++;
        case '[' -> classes++;
        case ']' -> classes--;
        case '(' -> groups += classes == 0 ? 1 : 0;
        case ')' -> groups -= classes == 0 ? 1 : 0;
        default -> {}
      }
      if (groups == 0) {
        return i + 1;
      }
    }
    return pattern.length();
  }
}
