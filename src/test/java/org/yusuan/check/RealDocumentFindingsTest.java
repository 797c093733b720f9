package org.yusuan.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yusuan.Options;
import org.yusuan.Yusuan;
import org.yusuan.check.report.FindingWriter;
import org.yusuan.model.Disclosure;
import org.yusuan.model.Quality;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.finding.Finding;

class RealDocumentFindingsTest {

  @Test
  void findsTheRowThatContradictsItselfAndNothingElse() throws Exception {
    Disclosure disclosure =
        Yusuan.extract(Path.of("testdata/zhuzhou-wangxinban-2020.pdf"), Options.defaults());
    List<Finding> findings = disclosure.findings().stream().filter(FindingWriter::isOurs).toList();
    assertEquals(1, findings.size(), findings.toString());
    assertEquals(
        Set.of(new CellRef("t9", 1, 10), new CellRef("t9", 1, 12)),
        Set.copyOf(findings.get(0).cells()));
    assertTrue(findings.get(0).messageZh().contains("为空，应为 180.00 万元"));
    Quality quality = disclosure.quality();
    assertTrue(quality.coverage() > 0.95, quality.toString());
  }
}
