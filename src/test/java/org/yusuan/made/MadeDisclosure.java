package org.yusuan.made;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yusuan.io.Sha256;
import org.yusuan.model.Claim;
import org.yusuan.model.Disclosure;
import org.yusuan.model.Level;
import org.yusuan.model.Quality;
import org.yusuan.model.SourceFile;
import org.yusuan.model.SourcePage;
import org.yusuan.model.Stated;
import org.yusuan.model.Subject;
import org.yusuan.model.finding.Blame;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.finding.Severity;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Stage;
import org.yusuan.model.table.Table;

/** Builds small disclosures for tests. */
public final class MadeDisclosure {

  private static final Box BOX = new Box(10, 10, 100, 20);

  private final String organization;
  private final Level level;
  private final int year;
  private final Stage stage;
  private final List<Table> tables = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private String salt = "";
  private @Nullable String hash;

  public MadeDisclosure(String organization, Level level, int year, Stage stage) {
    this.organization = organization;
    this.level = level;
    this.year = year;
    this.stage = stage;
  }

  /** The budget of a department. */
  public static MadeDisclosure budget(String organization, int year) {
    return new MadeDisclosure(organization, Level.DEPARTMENT, year, Stage.BUDGET);
  }

  /** The final accounts of a department. */
  public static MadeDisclosure finalAccounts(String organization, int year) {
    return new MadeDisclosure(organization, Level.DEPARTMENT, year, Stage.FINAL_ACCOUNTS);
  }

  public MadeDisclosure table(MadeTable table) {
    tables.add(table.build());
    return this;
  }

  /** Another file of the same subject. */
  public MadeDisclosure salt(String newSalt) {
    salt = newSalt;
    return this;
  }

  /** The hash of its file; else one is made up. */
  public MadeDisclosure hash(String sha256) {
    hash = sha256;
    return this;
  }

  public MadeDisclosure finding(String table, int row, int column) {
    findings.add(
        new Finding(
            "identity",
            Severity.ERROR,
            Blame.DOCUMENT,
            "合计不等于各项之和",
            "the total is not the sum of its parts",
            List.of(new CellRef(table, row, column)),
            1));
    return this;
  }

  public Disclosure build() {
    String name = organization + year + stage + level + salt;
    Claim claim = new Claim(2, null, "预算数为1万元", "1", "万元", null, List.of(), null, null, null);
    return new Disclosure(
        Disclosure.VERSION,
        new SourceFile(
            organization + "-" + year + ".pdf",
            hash == null ? Sha256.of(name) : hash,
            3,
            null,
            List.of(new SourcePage(1, 595, 842, Origin.TEXT, List.of()))),
        new Subject(
            new Stated<>(organization, organization, 1, BOX),
            null,
            new Stated<>(level, "部门", 1, BOX),
            new Stated<>(year, year + "年", 1, BOX),
            new Stated<>(stage, "预算", 1, BOX),
            List.of()),
        tables,
        List.of(claim),
        findings,
        Quality.of(tables));
  }
}
