package org.yusuan.knowledge.message;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yusuan.knowledge.KnowledgeFiles;

/**
 * The sentences of findings, Chinese and English, with named fields in braces. They are data in
 * {@code models/messages}. Immutable; threads may share it.
 */
public final class Messages {

  private static final Pattern FIELD = Pattern.compile("\\{([a-zA-Z]+)}");

  private final Map<String, Wording> templates;

  private Messages(Map<String, Wording> templates) {
    this.templates = Map.copyOf(templates);
  }

  /** One sentence as the file has it. */
  private record Sentence(String id, String zh, String en) {}

  /**
   * The shipped sentences.
   *
   * @throws IllegalArgumentException if a file is wrong; the message names it
   */
  public static Messages shipped() {
    Map<String, Wording> templates = new HashMap<>();
    for (String name : KnowledgeFiles.shippedNames("messages", ".yaml")) {
      add(name, KnowledgeFiles.shipped("messages", name, Sentence[].class), templates);
    }
    return new Messages(templates);
  }

  /** Sentences from the text of a file; its name is for messages. */
  static Messages of(String name, String text) {
    Map<String, Wording> templates = new HashMap<>();
    add(name, KnowledgeFiles.yaml(name, text, Sentence[].class), templates);
    return new Messages(templates);
  }

  private static void add(String name, Sentence[] entries, Map<String, Wording> templates) {
    for (Sentence entry : entries) {
      if (templates.put(entry.id, new Wording(entry.zh, entry.en)) != null) {
        throw new IllegalArgumentException(name + ": there are two messages " + entry.id);
      }
    }
  }

  /**
   * A sentence with its fields filled in.
   *
   * @param id the sentence, as {@code total-is}
   * @param fields what stands for each name in braces; what a sentence does not name is left out
   * @throws IllegalArgumentException if there is no such sentence, or it names a field that is not
   *     given
   */
  public Wording say(String id, Map<String, Wording> fields) {
    Wording template = templates.get(id);
    if (template == null) {
      throw new IllegalArgumentException("no message " + id);
    }
    StringBuilder zh = new StringBuilder();
    StringBuilder en = new StringBuilder();
    fill(id, template.zh(), fields, true, zh);
    fill(id, template.en(), fields, false, en);
    return new Wording(zh.toString(), en.toString());
  }

  private static void fill(
      String id, String template, Map<String, Wording> fields, boolean zh, StringBuilder filled) {
    Matcher matcher = FIELD.matcher(template);
    while (matcher.find()) {
      Wording value = fields.get(matcher.group(1));
      if (value == null) {
        throw new IllegalArgumentException(id + ": no field " + matcher.group(1));
      }
      matcher.appendReplacement(filled, Matcher.quoteReplacement(zh ? value.zh() : value.en()));
    }
    matcher.appendTail(filled);
  }
}
