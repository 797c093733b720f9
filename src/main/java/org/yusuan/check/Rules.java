package org.yusuan.check;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yusuan.layout.ModelFiles;

/** The declared relations that the program ships in {@code models/identities}. */
final class Rules {

  private Rules() {}

  /**
   * The shipped rules.
   *
   * @throws IllegalArgumentException if a file is wrong; the message names it
   */
  static List<Rule> shipped() {
    ObjectMapper mapper =
        JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();
    List<Rule> rules = new ArrayList<>();
    for (Map.Entry<String, String> file : ModelFiles.shipped("identities", ".yaml").entrySet()) {
      try {
        Object data = ModelFiles.yaml(file.getKey(), file.getValue());
        rules.addAll(List.of(mapper.convertValue(data, Rule[].class)));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(file.getKey() + ": " + e.getMessage(), e);
      }
    }
    return rules;
  }
}
