package org.yusuan.knowledge;

import java.util.ArrayList;
import java.util.List;

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
    for (String name : KnowledgeFiles.shippedNames("identities", ".yaml")) {
      rules.addAll(List.of(KnowledgeFiles.shipped("identities", name, Relation[].class)));
    }
    return rules;
  }
}
