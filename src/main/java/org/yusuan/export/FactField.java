package org.yusuan.export;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yusuan.knowledge.ClassificationCode;
import org.yusuan.model.table.Dimensions;
import org.yusuan.model.table.Stage;

/**
 * The columns of the long form, in their order: the one list that CSV, XLSX, Parquet, the data
 * package and the database share.
 */
public enum FactField {
  DOCUMENT(Type.TEXT, null, "SHA-256 of the source file", f -> f.document().sha256()),
  FILE(Type.TEXT, null, "name of the source file", f -> f.document().file()),
  ORGANIZATION(
      Type.TEXT,
      "administrative-classification:generic:level1:label",
      "department or unit whose disclosure it is",
      f -> f.document().organization()),
  REGION(Type.TEXT, "geo:source:title", "region of the organization", f -> f.document().region()),
  LEVEL(Type.TEXT, null, "department (部门) or unit (单位)", f -> f.document().level()),
  FISCAL_YEAR(
      Type.INTEGER, null, "year that the disclosure is for", f -> f.document().fiscalYear()),
  STAGE(
      Type.TEXT,
      null,
      "budget (预算) or final-accounts (决算): the disclosure's stage",
      f -> f.document().stage()),
  YEAR(Type.INTEGER, "date:fiscal-year", "year that the amount is for", f -> f.meaning().year()),
  BASIS(
      Type.TEXT,
      "phase:id",
      "budget, adjusted, execution or final-accounts: what the amount is",
      f -> f.meaning().basis()),
  DIRECTION(Type.TEXT, "direction", "revenue or expenditure", f -> f.meaning().direction()),
  TABLE_ID(Type.TEXT, null, "id of the table in the document", f -> f.table().id()),
  TABLE_KIND(Type.TEXT, null, "which standard table", f -> f.table().kind()),
  TABLE_TITLE(Type.TEXT, null, "title as published", f -> f.table().title()),
  BUDGET(
      Type.TEXT,
      null,
      "which budget the table is of, as general_public_budget",
      f -> f.table().dimensions().budget()),
  SIDE(
      Type.TEXT,
      null,
      "what the table shows, as revenue or debt_balance",
      f -> f.table().dimensions().side()),
  SCOPE(
      Type.TEXT,
      null,
      "whole_area, own_level or lower_levels of a government",
      f -> f.table().dimensions().scope()),
  TABLE_STAGE(
      Type.TEXT,
      null,
      "budget, adjusted, execution or final-accounts: the table's stage",
      f -> stage(f.table().dimensions())),
  TABLE_YEAR(
      Type.INTEGER, null, "year that the title names", f -> f.table().dimensions().fiscalYear()),
  CLASSIFICATION(
      Type.TEXT,
      null,
      "what tells the table's rows or columns apart, as functional or region",
      f -> f.table().dimensions().classification()),
  ROW(Type.INTEGER, null, "index of the row in the table, from 0", f -> f.line().row()),
  LIST(Type.INTEGER, null, "which of the lists side by side, from 0", f -> f.line().list()),
  ROW_KIND(Type.TEXT, null, "item, subtotal or total", f -> f.line().kind()),
  ROW_LEVEL(Type.INTEGER, null, "depth in the list; 0 for a total", f -> f.line().level()),
  FUNCTIONAL_CODE(
      Type.TEXT,
      "functional-classification:generic:code",
      "功能分类科目编码",
      f -> f.line().functionalCode()),
  FUNCTIONAL_NAME(
      Type.TEXT,
      "functional-classification:generic:label",
      "功能分类科目名称",
      f -> f.line().functionalName()),
  FUNCTIONAL_LEVEL(Type.INTEGER, null, "1 类, 2 款, 3 项", f -> codeLevel(f.line().functionalCode())),
  ECONOMIC_CODE(
      Type.TEXT, "economic-classification:generic:code", "经济分类科目编码", f -> f.line().economicCode()),
  ECONOMIC_NAME(
      Type.TEXT, "economic-classification:generic:label", "经济分类科目名称", f -> f.line().economicName()),
  ECONOMIC_LEVEL(Type.INTEGER, null, "1 类, 2 款", f -> codeLevel(f.line().economicCode())),
  ITEM(Type.TEXT, null, "label of the row as published", f -> f.line().item()),
  ITEM_PATH(Type.TEXT, null, "labels from the top of the list down", f -> f.line().itemPath()),
  PROJECT(
      Type.TEXT, "activity:generic:project:label", "name of the project", f -> f.line().project()),
  UNIT_CODE(
      Type.TEXT,
      "administrative-classification:generic:level2:code",
      "code of the budget unit",
      f -> f.line().unitCode()),
  UNIT_NAME(
      Type.TEXT,
      "administrative-classification:generic:level2:label",
      "name of the budget unit",
      f -> f.line().unitName()),
  GOVERNMENT_CODE(Type.TEXT, null, "政府预算经济分类科目编码，与另一编码并列", f -> f.line().governmentCode()),
  ROW_REGION(Type.TEXT, null, "region that the row is about", f -> f.line().region()),
  COLUMN_INDEX(
      Type.INTEGER, null, "index of the column in the table, from 0", f -> f.meaning().column()),
  MEASURE(Type.TEXT, "value-kind:code", "what the column means", f -> f.meaning().measure()),
  HEADER(
      Type.TEXT,
      "value-kind:label",
      "header of the column, top down",
      f -> blankless(f.meaning().header())),
  FUNDING(Type.TEXT, "fin-source:generic:code", "source of funds", f -> f.meaning().funding()),
  AMOUNT(Type.DECIMAL, "value", "amount in 元, exact", Fact::amount),
  TEXT(Type.TEXT, null, "amount as published", Fact::text),
  PRINTED_UNIT(Type.TEXT, null, "unit as published", Fact::unit),
  PAGE(Type.INTEGER, null, "page of the source, from 1", f -> f.evidence().page()),
  BOX_LEFT(Type.REAL, null, "cell, points from the left", f -> f.evidence().bbox().edges()[0]),
  BOX_TOP(Type.REAL, null, "cell, points from the top", f -> f.evidence().bbox().edges()[1]),
  BOX_RIGHT(Type.REAL, null, "cell, points from the left", f -> f.evidence().bbox().edges()[2]),
  BOX_BOTTOM(Type.REAL, null, "cell, points from the top", f -> f.evidence().bbox().edges()[3]),
  ORIGIN(Type.TEXT, null, "text layer (text) or recognized (ocr)", f -> f.evidence().origin()),
  CONFIDENCE(
      Type.REAL, null, "of the recognizer, 0 to 1; blank for text", f -> f.evidence().confidence()),
  STATUS(
      Type.TEXT,
      null,
      "verified, unverified or disputed by the document's own arithmetic",
      f -> f.evidence().status()),
  CORRECTION(Type.TEXT, null, "what was read first, if corrected", f -> f.evidence().correction()),
  VOUCHED_BY(
      Type.TEXT,
      null,
      "who stands for the amount: arithmetic, person, text_layer, recognition, or file (believed"
          + " unchecked)",
      f -> f.evidence().vouchedBy()),
  PERSON(Type.TEXT, null, "who looked at the page, if anybody did", f -> f.evidence().person()),
  ADDRESS(
      Type.TEXT,
      null,
      "opens the amount in the workbench: review --at ADDRESS",
      f ->
          f.document().sha256()
              + '/'
              + f.table().id()
              + '.'
              + f.line().row()
              + '.'
              + f.meaning().column());

  /** Digits of an amount after the point that a database column keeps; 元 to 0.000001. */
  public static final int AMOUNT_SCALE = 6;

  /** What a column holds. */
  public enum Type {
    /** Text. */
    TEXT("VARCHAR", "string"),
    /** A whole number. */
    INTEGER("INTEGER", "integer"),
    /** A measure of the page or a probability; never money. */
    REAL("DOUBLE", "number"),
    /** Money. */
    DECIMAL("DECIMAL(28, " + AMOUNT_SCALE + ")", "number");

    private final String sql;
    private final String tableSchema;

    Type(String sql, String tableSchema) {
      this.sql = sql;
      this.tableSchema = tableSchema;
    }

    /** The type in SQL. */
    public String sql() {
      return sql;
    }

    /** The type in a Table Schema. */
    public String tableSchema() {
      return tableSchema;
    }
  }

  private static @Nullable String stage(Dimensions dimensions) {
    Stage stage = dimensions.stage();
    return stage == null ? null : JsonTerm.of(stage);
  }

  private final Type type;
  private final @Nullable String columnType;
  private final String description;

  @SuppressWarnings("ImmutableEnumChecker") // the functions hold no state
  private final Function<Fact, @Nullable Object> value;

  FactField(
      Type type,
      @Nullable String columnType,
      String description,
      Function<Fact, @Nullable Object> value) {
    this.type = type;
    this.columnType = columnType;
    this.description = description;
    this.value = value;
  }

  /** The column's name in every format. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it holds. */
  public Type type() {
    return type;
  }

  /** Its type in the taxonomy of the Fiscal Data Package; null if that has none for it. */
  public @Nullable String columnType() {
    return columnType;
  }

  /** One line about it. */
  public String description() {
    return description;
  }

  /** Its value: a String, an Integer, a Double or a BigDecimal; null if the fact has none. */
  public @Nullable Object of(Fact fact) {
    return value.apply(fact);
  }

  /** Its value as plain text; empty if the fact has none. */
  public String textOf(Fact fact) {
    Object found = of(fact);
    if (found == null) {
      return "";
    }
    return found instanceof BigDecimal number ? number.toPlainString() : found.toString();
  }

  /** The text; null if it is empty, as CSV cannot tell the two apart. */
  private static @Nullable String blankless(String text) {
    return text.isEmpty() ? null : text;
  }

  private static @Nullable Integer codeLevel(@Nullable String code) {
    return code == null ? null : ClassificationCode.level(code);
  }
}
