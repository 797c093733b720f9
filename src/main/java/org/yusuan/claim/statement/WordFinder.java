package org.yusuan.claim.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yusuan.knowledge.claim.AmountWords.AspectWord;

/**
 * Finds words in texts; of those that fit at one place the first of their list counts. At each
 * place only words are tried that may begin with the character there: trying all of them took half
 * the time of the claims. Threads may share it: which words begin with a character depends on the
 * words alone, and is worked out once.
 */
public final class WordFinder {

  private final List<AspectWord> words;

  /** The words with conditions that always hold in place of those on what stands before them. */
  private final List<Pattern> open;

  private final AtomicReferenceArray<@Nullable Beginning> beginnings =
      new AtomicReferenceArray<>(Character.MAX_VALUE + 1);

  /** Most characters begin the same few words. */
  private final Map<List<AspectWord>, Beginning> alike = new ConcurrentHashMap<>();

  /** A finder of words, of which the first that fits at a place counts. */
  public WordFinder(List<AspectWord> words) {
    this.words = List.copyOf(words);
    this.open = words.stream().map(word -> open(word.match())).toList();
  }

  /**
   * A pattern that matches wherever another one does, whatever stands before: a condition becomes a
   * group that may as well be empty.
   */
  private static Pattern open(Pattern pattern) {
    return Pattern.compile(pattern.pattern().replace("(?<=", "(?:|").replace("(?<!", "(?:|"));
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
      Beginning beginning = beginning(text.charAt(i));
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
    Beginning known = beginnings.get(first);
    if (known == null) {
      List<AspectWord> own = new ArrayList<>();
      for (int i = 0; i < words.size(); i++) {
        Matcher matcher = open.get(i).matcher(String.valueOf(first));
        // Where no more of the text was asked for, the character itself does not fit.
        if (matcher.lookingAt() || matcher.hitEnd()) {
          own.add(words.get(i));
        }
      }
      known = alike.computeIfAbsent(own, WordFinder::any);
      beginnings.set(first, known);
    }
    return known;
  }

  private static Beginning any(List<AspectWord> words) {
    String any =
        words.stream()
            .map(word -> "(?:" + word.match().pattern() + ")")
            .collect(Collectors.joining("|"));
    return new Beginning(words, words.isEmpty() ? null : Pattern.compile(any));
  }
}
