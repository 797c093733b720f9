-- One row per document: whose it is, and how far its amounts can be trusted.
CREATE TABLE IF NOT EXISTS documents (
  document VARCHAR NOT NULL,      -- SHA-256 of the file
  file VARCHAR NOT NULL,
  organization VARCHAR,
  region VARCHAR,
  level VARCHAR,                  -- department, unit
  fiscal_year INTEGER,
  stage VARCHAR,                  -- budget, final-accounts
  pages INTEGER NOT NULL,
  producer VARCHAR,
  amounts INTEGER NOT NULL,
  verified INTEGER NOT NULL,
  unverified INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  corrected INTEGER NOT NULL,
  coverage DOUBLE NOT NULL,
  content VARCHAR NOT NULL        -- SHA-256 of what was read from it
);

CREATE TABLE IF NOT EXISTS tables (
  document VARCHAR NOT NULL,
  table_id VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  layout VARCHAR,
  title VARCHAR,
  attachment VARCHAR,
  unit VARCHAR,
  unit_factor INTEGER,
  first_page INTEGER,
  last_page INTEGER,
  columns INTEGER NOT NULL,
  "rows" INTEGER NOT NULL,
  declared_empty BOOLEAN NOT NULL,
  note VARCHAR,
  budget VARCHAR,                 -- general_public_budget, government_managed_funds, …
  side VARCHAR,                   -- revenue, expenditure, balance, debt_balance, …
  scope VARCHAR,                  -- whole_area, own_level, lower_levels
  stage VARCHAR,                  -- budget, adjusted, execution, final-accounts
  fiscal_year INTEGER,            -- the one year that the title names
  classification VARCHAR          -- functional, economic, item, region, …
);

CREATE TABLE IF NOT EXISTS facts (${fact_columns});
-- A database of an older build gets the columns that it lacks.
${missing_fact_columns}

-- One row per row of a table, also of rows without amounts: a blank is no missing line.
CREATE TABLE IF NOT EXISTS lines (
  document VARCHAR NOT NULL,
  table_id VARCHAR NOT NULL,
  "row" INTEGER NOT NULL,
  list INTEGER NOT NULL,
  row_kind VARCHAR NOT NULL,
  row_level INTEGER NOT NULL,
  functional_code VARCHAR,
  functional_name VARCHAR,
  economic_code VARCHAR,
  economic_name VARCHAR,
  item VARCHAR,
  item_path VARCHAR,
  project VARCHAR,
  unit_code VARCHAR,
  unit_name VARCHAR,
  government_code VARCHAR,        -- of the governments' economic classification, beside another code
  row_region VARCHAR,
  page INTEGER NOT NULL
);

CREATE TABLE IF NOT EXISTS findings (
  document VARCHAR NOT NULL,
  number INTEGER NOT NULL,        -- from 0, in the document's order
  rule VARCHAR NOT NULL,
  severity VARCHAR NOT NULL,      -- info, warning, error
  blame VARCHAR NOT NULL,         -- document, extraction, unknown
  message_zh VARCHAR NOT NULL,
  message_en VARCHAR NOT NULL,
  expected DECIMAL(28, 6),        -- 元
  actual DECIMAL(28, 6),          -- 元
  difference DECIMAL(28, 6),      -- 元
  page INTEGER,
  verdict VARCHAR,                -- accepted or dismissed by a person; null if nobody looked
  verdict_by VARCHAR,
  verdict_why VARCHAR
);
ALTER TABLE findings ADD COLUMN IF NOT EXISTS verdict VARCHAR;
ALTER TABLE findings ADD COLUMN IF NOT EXISTS verdict_by VARCHAR;
ALTER TABLE findings ADD COLUMN IF NOT EXISTS verdict_why VARCHAR;

CREATE TABLE IF NOT EXISTS finding_cells (
  document VARCHAR NOT NULL,
  number INTEGER NOT NULL,
  table_id VARCHAR NOT NULL,
  "row" INTEGER NOT NULL,
  column_index INTEGER NOT NULL
);

CREATE TABLE IF NOT EXISTS claims (
  document VARCHAR NOT NULL,
  number INTEGER NOT NULL,
  page INTEGER NOT NULL,
  text VARCHAR NOT NULL,
  printed VARCHAR NOT NULL,
  unit VARCHAR NOT NULL,
  amount DECIMAL(28, 6),          -- 元
  agrees BOOLEAN,
  table_id VARCHAR,               -- the cell it restates, if one was found
  "row" INTEGER,
  column_index INTEGER,
  note VARCHAR
);

-- What did each organization receive and spend in total, year by year?
CREATE OR REPLACE VIEW totals_by_year AS
SELECT organization, level, year, basis, direction, amount, status, file, page, document
FROM facts
WHERE table_kind = 'income_expenditure_summary' AND row_kind = 'total' AND direction IS NOT NULL
  AND measure IN ('year_revenue', 'total', 'year_expenditure', 'final_amount', 'budget_amount')
  AND fiscal_year = year AND stage = basis
-- One row each: a list may have a column for each kind of money beside the whole, and 本年合计 above 总计.
QUALIFY row_number() OVER (PARTITION BY document, year, basis, direction ORDER BY
  list_position(['total', 'year_revenue', 'year_expenditure', 'final_amount', 'budget_amount'], measure),
  table_id, "row" DESC) = 1
ORDER BY organization, level, year, basis, direction;

-- What did each organization plan or spend for an economic item, as 培训费, year by year?
CREATE OR REPLACE VIEW items_by_year AS
SELECT organization, level, economic_code, economic_name, year, basis, amount, status, file, page, document
FROM facts
WHERE economic_code IS NOT NULL AND table_kind = 'basic_expenditure_economic'
  AND measure IN ('total', 'budget_amount', 'final_amount')
  AND fiscal_year = year AND stage = basis
QUALIFY row_number() OVER (PARTITION BY document, economic_code, year, basis ORDER BY
  list_position(['total', 'final_amount', 'budget_amount'], measure), table_id, "row") = 1
ORDER BY organization, level, economic_code, year, basis;

-- What did the 三公 (travel abroad, vehicles, receptions) cost, planned and spent?
CREATE OR REPLACE VIEW three_public_by_year AS
SELECT organization, level, year, basis, measure, amount, status, file, page, document
FROM facts
WHERE table_kind IN ('three_public', 'three_public_and_operating', 'three_public_meetings_training') AND measure IS NOT NULL
-- The row that sums the units, or the only one.
QUALIFY (row_kind = 'total' OR count(*) OVER (PARTITION BY document, table_id, measure, year, basis) = 1)
  AND row_number() OVER (PARTITION BY document, measure, year, basis ORDER BY table_id, "row") = 1
ORDER BY organization, level, year, measure, basis;

-- How much of each budget was spent (执行率), by function?
-- Which column holds the whole of a line differs by table and stage; tells_of says which tables tell of the same.
CREATE OR REPLACE VIEW budget_execution AS
WITH whole(table_kind, measure, tells_of) AS (VALUES
  ('expenditure', 'total', 'expenditure'),
  ('expenditure', 'year_expenditure', 'expenditure'),
  ('expenditure_by_category', 'total', 'expenditure_by_category'),
  ('general_public_budget_functional', 'total', 'general_public_budget'),
  ('general_public_budget_functional', 'general_public_budget', 'general_public_budget'),
  ('general_public_budget_by_category', 'total', 'general_public_budget_by_category'),
  ('government_fund_functional', 'total', 'government_fund'),
  ('government_fund_functional', 'government_managed_funds', 'government_fund'),
  ('government_fund', 'year_expenditure', 'government_fund'),
  ('state_capital_functional', 'total', 'state_capital'),
  ('state_capital_functional', 'state_capital_operations', 'state_capital'),
  ('state_capital', 'year_expenditure', 'state_capital'),
  ('state_capital', 'total', 'state_capital')),
amounts AS (SELECT f.*, whole.tells_of FROM facts f JOIN whole USING (table_kind, measure))
SELECT b.organization, b.level, b.year, b.table_kind, b.functional_code, b.functional_name,
  b.amount AS budget, f.amount AS final_accounts,
  CASE WHEN b.amount > 0 THEN round(CAST(f.amount / b.amount AS DOUBLE), 4) END AS execution,
  b.status AS budget_status, f.status AS final_status,
  b.file AS budget_file, b.page AS budget_page, f.file AS final_file, f.page AS final_page
FROM amounts b
JOIN amounts f USING (organization, level, year, tells_of, functional_code)
WHERE b.stage = 'budget' AND b.basis = 'budget' AND b.fiscal_year = b.year
  AND f.stage = 'final-accounts' AND f.basis = 'final-accounts' AND f.fiscal_year = f.year
ORDER BY b.organization, b.level, b.year, b.table_kind, b.functional_code;

-- What did each government plan and spend for a function, as 科学技术支出, and for which area?
CREATE OR REPLACE VIEW government_functions AS
SELECT region, scope, year, basis, table_stage, budget, functional_code, functional_name, functional_level,
  measure, amount, status, file, page, document
FROM facts
WHERE table_kind LIKE 'gov\_%' ESCAPE '\' AND side = 'expenditure' AND functional_code IS NOT NULL
ORDER BY region, scope, functional_code, year, basis;

-- What were the debt limit and the debt of each region, year by year?
CREATE OR REPLACE VIEW government_debts AS
SELECT region, coalesce(row_region, item) AS row_region, scope, year, table_kind, measure, amount, status, file, page, document
FROM facts
WHERE side IN ('debt_limit_balance', 'debt_limit', 'debt_balance')
ORDER BY region, row_region, year, measure;

-- Which published figures contradict each other?
CREATE OR REPLACE VIEW contradictions AS
SELECT d.organization, d.level, d.fiscal_year, d.stage, n.rule, n.blame, n.message_zh, n.message_en,
  n.expected, n.actual, n.difference, d.file, n.page, d.document, n.number, n.verdict
FROM findings n JOIN documents d USING (document)
WHERE n.severity = 'error' AND n.verdict IS DISTINCT FROM 'dismissed'
ORDER BY d.organization, d.fiscal_year, n.page;
