/**
 * Where the rows of a view are downloaded as CSV, of the requests that came in between two days by the clocks of a zone:
 * `?from=2026-03-02&to=2026-03-08&timeZone=Europe/Moscow`.
 */
export const biRowsPath = (table: string): string =>
  `/api/v1/bi/tables/${table}/rows.csv`;
