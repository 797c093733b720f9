package org.yusuan.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The declared relations that the program ships in {@code models/identities}. */
public final class Relations {

  private Relations() {}

  /**
   * The shipped rules.
   *
   * @throws IllegalArgumentException if a file is wrong; the message names it
   */
  public static List<Relation> shipped() {
    List<Relation> rules = new ArrayList<>();
    for (Map.Entry<String, String> file :
        KnowledgeFiles.shipped("identities", ".yaml").entrySet()) {
      rules.addAll(List.of(KnowledgeFiles.yaml(file.getKey(), file.getValue(), Relation[].class)));
    }
    return rules;
  }
}
