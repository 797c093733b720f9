package org.yusuan.check.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Assignment;
import org.yusuan.check.identity.declared.MissingCode;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.knowledge.message.Wording;
import org.yusuan.model.finding.Blame;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.finding.Severity;
import org.yusuan.model.table.Table;

/** Writes findings of codes that one table prints and another does not. */
public final class MissingCodeWriter {

  static final String RULE = "code-not-listed";

  private static final String GAP = "code-not-listed-between";

  private final AmountIndex index;
  private final Messages messages;
  private final CellWording wording;

  public MissingCodeWriter(AmountIndex index, Assignment values, Messages messages) {
    this.index = index;
    this.messages = messages;
    this.wording = new CellWording(index, values, messages);
  }

  /**
   * A finding for each missing code; on a scan, where the row may have been overlooked, a mere
   * note.
   */
  public List<Finding> findings(List<MissingCode> codes) {
    List<Finding> findings = new ArrayList<>();
    for (MissingCode missing : codes) {
      Table lacks = index.tables().get(missing.lacks());
      Wording sentence =
          messages.say(
              index.tableOf(missing.cell()) == missing.lacks() ? GAP : RULE,
              Map.of(
                  "title", Wording.of(lacks.titleOrId()),
                  "page", Wording.of(lacks.pages().get(0)),
                  "code", Wording.of(missing.code()),
                  "place", wording.place(missing.cell()),
                  "printed", wording.printed(missing.cell())));
      boolean scanned = index.isRecognized(missing.cell());
      findings.add(
          new Finding(
              RULE,
              scanned ? Severity.INFO : Severity.WARNING,
              scanned ? Blame.UNKNOWN : Blame.DOCUMENT,
              sentence.zh(),
              sentence.en(),
              missing.above() < 0
                  ? List.of(index.ref(missing.cell()))
                  : List.of(index.ref(missing.cell()), index.ref(missing.above())),
              lacks.pages().get(0)));
    }
    return findings;
  }
}
