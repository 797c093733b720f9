package org.yusuan.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yusuan.export.Fact;
import org.yusuan.export.FactField;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Dimensions;
import org.yusuan.model.table.Stage;

/** Reads the fact at a result's current row. */
final class FactReader {

  private final ResultSet row;

  FactReader(ResultSet row) {
    this.row = row;
  }

  Fact readFact() throws SQLException {
    return new Fact(
        new Fact.Document(
            text(FactField.DOCUMENT),
            text(FactField.FILE),
            textOrNull(FactField.ORGANIZATION),
            textOrNull(FactField.REGION),
            textOrNull(FactField.LEVEL),
            numberOrNull(FactField.FISCAL_YEAR),
            textOrNull(FactField.STAGE)),
        new Fact.TableKey(
            text(FactField.TABLE_ID),
            text(FactField.TABLE_KIND),
            textOrNull(FactField.TABLE_TITLE),
            dimensions()),
        new Fact.Line(
            number(FactField.ROW),
            number(FactField.LIST),
            text(FactField.ROW_KIND),
            number(FactField.ROW_LEVEL),
            textOrNull(FactField.FUNCTIONAL_CODE),
            textOrNull(FactField.FUNCTIONAL_NAME),
            textOrNull(FactField.ECONOMIC_CODE),
            textOrNull(FactField.ECONOMIC_NAME),
            textOrNull(FactField.ITEM),
            textOrNull(FactField.ITEM_PATH),
            textOrNull(FactField.PROJECT),
            textOrNull(FactField.UNIT_CODE),
            textOrNull(FactField.UNIT_NAME),
            textOrNull(FactField.GOVERNMENT_CODE),
            textOrNull(FactField.ROW_REGION)),
        new Fact.ColumnMeaning(
            number(FactField.COLUMN_INDEX),
            textOrNull(FactField.MEASURE),
            Objects.requireNonNullElse(textOrNull(FactField.HEADER), ""),
            numberOrNull(FactField.YEAR),
            textOrNull(FactField.BASIS),
            textOrNull(FactField.DIRECTION),
            textOrNull(FactField.FUNDING)),
        Objects.requireNonNull((BigDecimal) value(FactField.AMOUNT)).stripTrailingZeros(),
        text(FactField.TEXT),
        textOrNull(FactField.PRINTED_UNIT),
        new Fact.Provenance(
            number(FactField.PAGE),
            new Box(
                real(FactField.BOX_LEFT),
                real(FactField.BOX_TOP),
                real(FactField.BOX_RIGHT),
                real(FactField.BOX_BOTTOM)),
            text(FactField.ORIGIN),
            (Double) value(FactField.CONFIDENCE),
            text(FactField.STATUS),
            textOrNull(FactField.CORRECTION),
            text(FactField.VOUCHED_BY),
            textOrNull(FactField.PERSON)));
  }

  private Dimensions dimensions() throws SQLException {
    String stage = textOrNull(FactField.TABLE_STAGE);
    return new Dimensions(
        textOrNull(FactField.BUDGET),
        textOrNull(FactField.SIDE),
        textOrNull(FactField.SCOPE),
        stage == null ? null : Stage.named(stage),
        numberOrNull(FactField.TABLE_YEAR),
        textOrNull(FactField.CLASSIFICATION));
  }

  private @Nullable Object value(FactField field) throws SQLException {
    return row.getObject(field.column());
  }

  private @Nullable String textOrNull(FactField field) throws SQLException {
    return (String) value(field);
  }

  private String text(FactField field) throws SQLException {
    return Objects.requireNonNull(textOrNull(field), field.column());
  }

  private @Nullable Integer numberOrNull(FactField field) throws SQLException {
    return (Integer) value(field);
  }

  private int number(FactField field) throws SQLException {
    return Objects.requireNonNull(numberOrNull(field), field.column());
  }

  private double real(FactField field) throws SQLException {
    return Objects.requireNonNull((Double) value(field), field.column());
  }
}
