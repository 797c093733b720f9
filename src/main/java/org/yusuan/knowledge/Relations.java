package org.yusuan.knowledge;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
    ObjectMapper mapper =
        JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();
    List<Relation> rules = new ArrayList<>();
    for (Map.Entry<String, String> file :
        KnowledgeFiles.shipped("identities", ".yaml").entrySet()) {
      try {
        Object data = KnowledgeFiles.yaml(file.getKey(), file.getValue());
        rules.addAll(List.of(mapper.convertValue(data, Relation[].class)));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(file.getKey() + ": " + e.getMessage(), e);
      }
    }
    return rules;
  }
}
