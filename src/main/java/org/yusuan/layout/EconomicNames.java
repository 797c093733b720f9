package org.yusuan.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the economic class that a header names. */
interface EconomicNames {

  /** The code whose name the last text of the path is; null if it is none. */
  @Nullable String code(List<String> path);
}
