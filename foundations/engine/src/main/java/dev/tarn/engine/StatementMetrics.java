package dev.tarn.engine;

/**
 * What a statement has done.
 *
 * @param rowsRead from tables and files
 * @param bytesRead from tables and files
 * @param rowsProduced handed to the client
 * @param statementType as the query history names it: SELECT, INSERT, MERGE, CREATE, GRANT and so on
 */
public record StatementMetrics(long rowsRead, long bytesRead, long rowsProduced, String statementType) {}
